import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { claimedByFunction } from "../generated/abi/merkleDistributor.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getCampaignClaimed}. */
export type GetCampaignClaimedParameters = ContractsOption &
  ReadOptions & {
    /** Number of the campaign, from 0. */
    campaignId: bigint;
    /** Whose leaf. */
    account: Address;
  };

/**
 * Reads what an account has claimed of a campaign, exactly: its leaf less this is what `claimCampaign` would pay.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetCampaignClaimedParameters}
 * @returns QTI units (18 decimals).
 * @throws {@link AddressUnknownError} when the contract's address is not known on the chain.
 *
 * @example
 * ```ts
 * const claimed = await getCampaignClaimed(client, { campaignId, account });
 * ```
 */
export async function getCampaignClaimed(
  client: QtiClient,
  parameters: GetCampaignClaimedParameters,
): Promise<bigint> {
  const { merkleDistributor } = await resolveContracts(
    client,
    { merkleDistributor: addresses.merkleDistributor },
    parameters.contracts,
  );
  const { campaignId, account } = parameters;
  return read(client, contractCall(merkleDistributor, claimedByFunction, [campaignId, account]), parameters);
}
