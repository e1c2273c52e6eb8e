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

/** SHA-256 over 0x00, salt (32 bytes), record id (16), version (8, big-endian) and manifest hash (32). */
export function recordLeafHash({ leafSalt, id, version, manifestHash }: RecordLeaf): Promise<Bytes> {
  const count = new DataView(new ArrayBuffer(8));
  count.setBigUint64(0, BigInt(version));
  return hashLeaf(
    concat(fromHex(leafSalt), idBytes(id), new Uint8Array(count.buffer), fromHex(manifestHash)),
  );
}

/**
 * The leaf that says that a record was deleted: version 0 with a hash of zeros. Its salt follows from the record's id, which is random
 * and known to nobody who never could read the record, so whoever did can look for it, whichever version they saw.
 */
export async function tombstoneLeafHash(id: RecordId): Promise<Bytes> {
  const input = concat(utf8("qti/log/tombstone/v1\0"), idBytes(id));
  const salt = new Uint8Array(await crypto.subtle.digest("SHA-256", input));
  return recordLeafHash({ leafSalt: toHex(salt), id, version: 0, manifestHash: "0".repeat(64) });
}

const idBytes = (id: RecordId) => fromHex(id.replaceAll("-", ""));
