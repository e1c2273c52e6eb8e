import { type Bytes, concat, toHex0x } from "../bytes.ts";
import { type Bytes32, decodeBytes32 } from "./bytes32.ts";

/**
 * The one value that stands on chain for all documents of an asset: the root of an RFC 6962 Merkle tree (SHA-256, prefix 0x00 for a
 * leaf, 0x01 for a node) over their hashes in the order given. Without documents it is SHA-256 of nothing.
 *
 * @throws {@link RecordInputError} when a hash is not 32 bytes
 */
export async function documentsRoot(hashes: readonly string[]): Promise<Bytes32> {
  const leaves = await Promise.all(
    hashes.map((hash, index) => sha256(Uint8Array.of(0), decodeBytes32(`hashes.${index}`, hash))),
  );
  return toHex0x(await root(leaves));
}

async function root(level: readonly Bytes[]): Promise<Bytes> {
  const [only, ...others] = level;
  if (only === undefined) return sha256();
  if (others.length === 0) return only;
  // The left part holds the largest power of two that is smaller than the whole.
  const split = 2 ** Math.ceil(Math.log2(level.length) - 1);
  const [left, right] = await Promise.all([root(level.slice(0, split)), root(level.slice(split))]);
  return sha256(Uint8Array.of(1), left, right);
}

async function sha256(...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", concat(...parts)));
}
