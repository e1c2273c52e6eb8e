import { type Bytes, concat, fromHex, toHex, utf8 } from "../bytes.ts";
import type { Hash, RecordId } from "../wire.ts";
import { hashLeaf } from "./tree.ts";

/** What a leaf says: that a record had this version, of which this is the manifest's hash. */
export type RecordLeaf = {
  /** Secret. Without it nobody can tell whose leaf it is, or guess what is in it. */
  leafSalt: Hash;
  id: RecordId;
  version: number;
  manifestHash: Hash;
};

/** What follows the last version of a record that was deleted. */
const nothing: Hash = "0".repeat(64);

/** SHA-256 over 0x00, salt (32 bytes), record id (16), version (8, big-endian) and manifest hash (32). */
export function recordLeafHash({ leafSalt, id, version, manifestHash }: RecordLeaf): Promise<Bytes> {
  const count = new DataView(new ArrayBuffer(8));
  count.setBigUint64(0, BigInt(version));
  return hashLeaf(
    concat(
      fromHex(leafSalt),
      fromHex(id.replaceAll("-", "")),
      new Uint8Array(count.buffer),
      fromHex(manifestHash),
    ),
  );
}

/**
 * The leaf that says that a record was deleted after this version. Its salt follows from that of the version, so whoever has read
 * the version can look for the leaf, and nobody else can.
 */
export async function tombstoneLeafHash(last: RecordLeaf): Promise<Bytes> {
  const input = concat(utf8("qti/log/tombstone/v1\0"), fromHex(last.leafSalt));
  const salt = new Uint8Array(await crypto.subtle.digest("SHA-256", input));
  const leafSalt = toHex(salt);
  return recordLeafHash({ leafSalt, id: last.id, version: last.version + 1, manifestHash: nothing });
}
