import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { linesVouchedByFunction } from "../../generated/abi/vouching.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getLinesVouchedBy}. */
export type GetLinesVouchedByParameters = ContractsOption &
  ReadOptions & {
    /** Number of the voucher's identity. */
    voucher: bigint;
  };

/**
 * Reads for how many lines a person vouches.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetLinesVouchedByParameters}
 * @returns Their number, at most 8.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const lines = await getLinesVouchedBy(client, { voucher: index });
 * ```
 */
export async function getLinesVouchedBy(
  client: QtiClient,
  parameters: GetLinesVouchedByParameters,
): Promise<bigint> {
  const { vouching } = await resolveContracts(client, { vouching: addresses.vouching }, parameters.contracts);
  return read(client, contractCall(vouching, linesVouchedByFunction, [parameters.voucher]), parameters);
}
