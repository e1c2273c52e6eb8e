import { type Address, zeroAddress } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { vouchOfFunction } from "../../generated/abi/vouching.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getVouch}. */
export type GetVouchParameters = ContractsOption &
  ReadOptions & {
    /** Number of the borrower's identity. */
    identity: bigint;
    /** Number of the voucher's identity. */
    voucher: bigint;
  };

/** What one person locked for the line of another. */
export type GetVouchReturnType = {
  /** The account that locked the shares and gets them back. */
  owner: Address;
  /** Units of first-loss shares (12 decimals). */
  shares: bigint;
  /** Money units that it added to the limit; 0 once it was ended. */
  limit: bigint;
};

/**
 * Reads what one person locked for the line of another. Numbers of identities stand in what `getStanding` answers.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetVouchParameters}
 * @returns {@link GetVouchReturnType}; `undefined` when there is no such vouch.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const found = await getVouch(client, { identity, voucher: index });
 * ```
 */
export async function getVouch(
  client: QtiClient,
  parameters: GetVouchParameters,
): Promise<GetVouchReturnType | undefined> {
  const { vouching } = await resolveContracts(client, { vouching: addresses.vouching }, parameters.contracts);
  const found = await read(
    client,
    contractCall(vouching, vouchOfFunction, [parameters.identity, parameters.voucher]),
    parameters,
  );
  return found.owner === zeroAddress ? undefined : found;
}
