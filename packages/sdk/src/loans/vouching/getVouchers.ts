import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { vouchersOfFunction } from "../../generated/abi/vouching.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getVouchers}. */
export type GetVouchersParameters = ContractsOption &
  ReadOptions & {
    /** Number of the borrower's identity. */
    identity: bigint;
  };

/**
 * Reads who vouches for a line.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetVouchersParameters}
 * @returns Numbers of identities, at most 8.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const vouchers = await getVouchers(client, { identity });
 * ```
 */
export async function getVouchers(
  client: QtiClient,
  parameters: GetVouchersParameters,
): Promise<readonly bigint[]> {
  const { vouching } = await resolveContracts(client, { vouching: addresses.vouching }, parameters.contracts);
  return read(client, contractCall(vouching, vouchersOfFunction, [parameters.identity]), parameters);
}
