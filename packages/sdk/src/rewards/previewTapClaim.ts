import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { previewClaimFunction } from "../generated/abi/tapRewards.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link previewTapClaim}. */
export type PreviewTapClaimParameters = ContractsOption &
  ReadOptions & {
    /** Who would be paid. */
    account: Address;
    /** Points (6 decimals) in all, as the voucher states. */
    earned: bigint;
  };

/**
 * Says what a voucher would be paid now: what was not claimed before, within what is left of the day's cap.
 *
 * @param client - Any viem client.
 * @param parameters - {@link PreviewTapClaimParameters}
 * @returns Points (6 decimals); 0 for who is not verified and in good standing.
 * @throws {@link AddressUnknownError} when the contract's address is not known on the chain.
 *
 * @example
 * ```ts
 * const points = await previewTapClaim(client, { account, earned: voucher.earned });
 * ```
 */
export async function previewTapClaim(
  client: QtiClient,
  parameters: PreviewTapClaimParameters,
): Promise<bigint> {
  const { tapRewards } = await resolveContracts(
    client,
    { tapRewards: addresses.tapRewards },
    parameters.contracts,
  );
  const { account, earned } = parameters;
  return read(client, contractCall(tapRewards, previewClaimFunction, [account, earned]), parameters);
}
