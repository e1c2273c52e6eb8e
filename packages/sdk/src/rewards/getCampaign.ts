import { type Hash, zeroHash } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { campaignOfFunction, pendingRootOfFunction } from "../generated/abi/merkleDistributor.ts";
import * as addresses from "../generated/addressTables.ts";
import { campaignSubject } from "./campaignSubject.ts";

/** Parameters of {@link getCampaign}. */
export type GetCampaignParameters = ContractsOption &
  ReadOptions & {
    /** Number of the campaign, from 0. */
    campaignId: bigint;
  };

/** A campaign. QTI with 18 decimals, Unix seconds. */
export type GetCampaignReturnType = {
  /** QTI units ever put in. */
  funded: bigint;
  /** QTI units ever claimed. */
  claimed: bigint;
  /** From then on what is unclaimed returns to the treasury. */
  endsAt: number;
  /** The rest was returned. */
  closed: boolean;
  /** Root that accounts claim by; `undefined` until one is active. */
  root: Hash | undefined;
  /** Name and description, as JSON. Text of an operator. */
  uri: string;
  /** List that waits for its time; `undefined` when none does. */
  pending: { root: Hash; total: bigint; readyAt: number; uri: string } | undefined;
};

/**
 * Reads a campaign, exactly.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetCampaignParameters}
 * @returns {@link GetCampaignReturnType}
 * @throws {@link CampaignUnknownError} when there is no such campaign.
 *
 * @example
 * ```ts
 * const { funded, claimed, pending } = await getCampaign(client, { campaignId });
 * ```
 */
export async function getCampaign(
  client: QtiClient,
  parameters: GetCampaignParameters,
): Promise<GetCampaignReturnType> {
  const { merkleDistributor } = await resolveContracts(
    client,
    { merkleDistributor: addresses.merkleDistributor },
    parameters.contracts,
  );
  const { campaignId } = parameters;
  const [campaign, pending] = await Promise.all([
    read(client, contractCall(merkleDistributor, campaignOfFunction, [campaignId]), parameters),
    read(
      client,
      contractCall(merkleDistributor, pendingRootOfFunction, [campaignSubject(campaignId)]),
      parameters,
    ),
  ]);
  return {
    ...campaign,
    root: campaign.root === zeroHash ? undefined : campaign.root,
    pending: pending.readyAt === 0 ? undefined : pending,
  };
}
