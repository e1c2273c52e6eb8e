import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { isInvitedFunction } from "../../generated/abi/vouching.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link isInvited}. */
export type IsInvitedParameters = ContractsOption &
  ReadOptions & {
    /** Number of the borrower's identity. */
    identity: bigint;
    /** Number of the voucher's identity. */
    voucher: bigint;
  };

/**
 * Whether a borrower lets a person vouch.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsInvitedParameters}
 * @returns `true` while it does.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const invited = await isInvited(client, { identity, voucher: index });
 * ```
 */
export async function isInvited(client: QtiClient, parameters: IsInvitedParameters): Promise<boolean> {
  const { vouching } = await resolveContracts(client, { vouching: addresses.vouching }, parameters.contracts);
  return read(
    client,
    contractCall(vouching, isInvitedFunction, [parameters.identity, parameters.voucher]),
    parameters,
  );
}
