"use client";

import type { IndexedCampaign, IndexedCampaignRoot } from "@qti/sdk/subgraph";
import { useQuery } from "@tanstack/react-query";
import type { Address, Hash } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
import { type Described, describedBy } from "./described";
import { useReadClient } from "./read-client";
import { toTheEnd } from "./to-the-end";

const loadCampaigns = () => import("@/lib/sdk/campaigns");
const interval = 15_000;

/** A campaign with what its operator wrote about it, where that can be read. */
export type CampaignNow = IndexedCampaign & Described;

/** Every campaign, the newest first. */
export function useCampaigns() {
  const { graphqlUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: ["graph", "campaigns"],
    refetchInterval: interval,
    queryFn: async ({ signal }) => {
      const { createSubgraphClient, decodeMetadata, getCampaigns } = await loadCampaigns();
      const subgraph = createSubgraphClient({ url: graphqlUrl });
      const found = await toTheEnd((after: bigint | undefined) => getCampaigns(subgraph, { after, signal }));
      return found.map(
        (campaign): CampaignNow => ({ ...campaign, ...describedBy(decodeMetadata(campaign.uri)) }),
      );
    },
  });
}

/** Lists that were proposed for a campaign, the newest first. */
export function useCampaignRoots(campaignId: bigint, enabled: boolean) {
  const { graphqlUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: ["graph", "campaignRoots", String(campaignId)],
    enabled,
    refetchInterval: interval,
    queryFn: async ({ signal }) => {
      const { createSubgraphClient, getCampaignRoots } = await loadCampaigns();
      return getCampaignRoots(createSubgraphClient({ url: graphqlUrl }), { campaignId, signal });
    },
  });
}

/** When claims and new lists may go on; 0 or past while they may. Exact, from the chain. */
export function useCampaignsPause() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "campaignsPause"],
    refetchInterval: interval,
    queryFn: async () => {
      const { campaignsPausedUntil } = await loadCampaigns();
      return campaignsPausedUntil(client);
    },
  });
}

/** The part of an account in a campaign by its active root, and by the one that waits. */
export function useMyPart(campaign: CampaignNow, account: Address | undefined) {
  const client = useReadClient();
  const { apiUrl, chainId } = useRuntimeConfig();
  const { campaignId, root, proposal } = campaign;
  const waiting = proposal?.state === "PENDING" ? proposal.root : undefined;
  return useQuery({
    queryKey: ["chain", "myPart", String(campaignId), root, waiting, account],
    enabled: account !== undefined,
    queryFn: async ({ signal }) => {
      if (!account) return null;
      const { getCampaignClaim, getCampaignClaimed, getContracts } = await loadCampaigns();
      const { merkleDistributor: distributor } = await getContracts(client, {
        names: ["merkleDistributor"],
      });
      const part = (of: Hash | undefined) =>
        of && getCampaignClaim({ url: apiUrl }, { root: of, account, chainId, distributor, signal });
      const [claimed, now, later] = await Promise.all([
        getCampaignClaimed(client, { campaignId, account }),
        part(root),
        part(waiting),
      ]);
      return { claimed, now, later };
    },
  });
}

/** Computes a list again in this browser, when somebody asks for it. */
export function useRootCheck(campaignId: bigint, proposal: IndexedCampaignRoot, enabled: boolean) {
  const client = useReadClient();
  const { apiUrl, graphqlUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: ["check", String(campaignId), proposal.id],
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { checkRoot, createSubgraphClient, getContracts } = await loadCampaigns();
      const { merkleDistributor: distributor } = await getContracts(client, {
        names: ["merkleDistributor"],
      });
      const subgraph = createSubgraphClient({ url: graphqlUrl });
      return checkRoot({ apiUrl, subgraph, client, distributor, campaignId, proposal });
    },
  });
}
