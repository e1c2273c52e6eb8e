import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { paidToFunction } from "../generated/abi/referralRegistry.ts";
import * as addresses from "../generated/addressTables.ts";
import { identityNumber } from "./identityNumber.ts";

/** Parameters of {@link getReferrerPaid}. */
export type GetReferrerPaidParameters = ContractsOption &
  ReadOptions & {
    /** Any account of the referrer. */
    account: Address;
  };

/**
 * Reads how many points a person was ever paid for bringing others; `getReferralTerms` says the most.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetReferrerPaidParameters}
 * @returns Points (6 decimals).
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const paid = await getReferrerPaid(client, { account });
 * ```
 */
export async function getReferrerPaid(
  client: QtiClient,
  parameters: GetReferrerPaidParameters,
): Promise<bigint> {
  const { referralRegistry } = await resolveContracts(
    client,
    { referralRegistry: addresses.referralRegistry },
    parameters.contracts,
  );
  const identity = await identityNumber(client, parameters);
  return read(client, contractCall(referralRegistry, paidToFunction, [identity]), parameters);
}
