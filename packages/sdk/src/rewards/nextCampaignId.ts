import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { campaignCountFunction } from "../generated/abi/merkleDistributor.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link nextCampaignId}. */
export type NextCampaignIdParameters = ContractsOption & ReadOptions;

/**
 * Number of the campaign that is created next.
 *
 * @param client - Any viem client.
 * @param parameters - {@link NextCampaignIdParameters}
 * @returns From 0.
 * @throws {@link AddressUnknownError} when the contract's address is not known on the chain.
 *
 * @example
 * ```ts
 * const campaignId = await nextCampaignId(client);
 * ```
 */
export async function nextCampaignId(
  client: QtiClient,
  parameters: NextCampaignIdParameters = {},
): Promise<bigint> {
  const { merkleDistributor } = await resolveContracts(
    client,
    { merkleDistributor: addresses.merkleDistributor },
    parameters.contracts,
  );
  return read(client, contractCall(merkleDistributor, campaignCountFunction, []), parameters);
}
