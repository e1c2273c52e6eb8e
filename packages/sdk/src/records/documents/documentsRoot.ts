import { toHex0x } from "../bytes.ts";
import { hashLeaf, rootOf } from "../log/tree.ts";
import { type Bytes32, decodeBytes32 } from "./bytes32.ts";

/**
 * The one value that stands on chain for all documents of an asset: the root of an RFC 6962 Merkle tree (SHA-256, prefix 0x00 for a
 * leaf, 0x01 for a node) over their hashes in the order given. Without documents it is SHA-256 of nothing.
 *
 * @throws {@link RecordInputError} when a hash is not 32 bytes
 */
export async function documentsRoot(hashes: readonly string[]): Promise<Bytes32> {
  const leaves = await Promise.all(
    hashes.map((hash, index) => hashLeaf(decodeBytes32(`hashes.${index}`, hash))),
  );
  return toHex0x(await rootOf(leaves));
}
