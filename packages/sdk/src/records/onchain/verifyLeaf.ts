import type { Hex } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { verifyFunction } from "../../generated/abi/recordAnchor.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link verifyLeaf}. */
export type VerifyLeafParameters = ContractsOption &
  ReadOptions & {
    /** Index of the anchored root. */
    index: bigint;
    /** RFC 6962 leaf hash, the 0x00 prefix already applied. */
    leafHash: Hex;
    /** Number of the leaf in the log, from 0. */
    leafIndex: bigint;
    /** Inclusion proof, from the leaf upwards. */
    proof: readonly Hex[];
  };

/**
 * Asks the chain whether a leaf stands under an anchored root.
 *
 * @param client - Any viem client.
 * @param parameters - {@link VerifyLeafParameters}
 * @returns `true` when the proof holds.
 * @throws {@link AnchorUnknownError} when no root has that index.
 *
 * @example
 * ```ts
 * const unchanged = await verifyLeaf(client, { index, leafHash, leafIndex, proof });
 * ```
 */
export async function verifyLeaf(client: QtiClient, parameters: VerifyLeafParameters): Promise<boolean> {
  const { index, leafHash, leafIndex, proof, contracts } = parameters;
  const { recordAnchor } = await resolveContracts(
    client,
    { recordAnchor: addresses.recordAnchor },
    contracts,
  );
  return read(
    client,
    contractCall(recordAnchor, verifyFunction, [index, leafHash, leafIndex, proof]),
    parameters,
  );
}
