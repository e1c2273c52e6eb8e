"use client";

import type { Quota } from "@qti/sdk";
import type { ItemCodes } from "@qti/sdk/rewards/store";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRuntimeConfig } from "@/lib/config/context";
import type { RoleName } from "@/lib/domain/roles";
import type { ListParameters } from "@/lib/operator/build-list";
import { personApi } from "@/lib/session/person-api";
import { withStepUp } from "@/lib/session/step-up";
import { useAddress } from "@/lib/wallet/use-account";
import { useReadClient } from "./read-client";

const loadOperator = () => import("@/lib/sdk/operator");
const interval = 15_000;

/** Whether the connected account holds a role; `undefined` while nobody knows, and `false` without an account. */
export function useHoldsRole(role: RoleName) {
  const client = useReadClient();
  const account = useAddress();
  return useQuery({
    queryKey: ["chain", "holdsRole", role, account],
    queryFn: async () => (account ? (await loadOperator()).hasRole(client, { account, role }) : false),
  });
}

/** What may be paid and earned in the running periods, of which each is `undefined` where it was never allowed. */
export type RewardLimits = { [name in "campaigns" | "store" | "taps" | "referrals"]: Quota | undefined };

/** How much campaigns and the store may still pay out of the treasury, and taps and referrals give out in points. */
export function useRewardLimits() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "rewardLimits"],
    refetchInterval: interval,
    queryFn: async (): Promise<RewardLimits> => {
      const { getBudget, getContracts, getPointsChannel } = await loadOperator();
      const { merkleDistributor, rewardStore, tapRewards, referralRegistry } = await getContracts(client, {
        names: ["merkleDistributor", "rewardStore", "tapRewards", "referralRegistry"],
      });
      const [campaigns, store, taps, referrals] = await Promise.all([
        getBudget(client, { spender: merkleDistributor }),
        getBudget(client, { spender: rewardStore }),
        getPointsChannel(client, { channel: tapRewards }),
        getPointsChannel(client, { channel: referralRegistry }),
      ]);
      return { campaigns, store, taps, referrals };
    },
  });
}

const codesKey = ["api", "itemCodes"] as const;

/** How many codes of each item are left, for a signed-in operator: by the number of the item. */
export function useItemCodes(items: readonly bigint[] | undefined, enabled: boolean) {
  const { apiUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: [...codesKey, items?.map(String)],
    enabled: enabled && items !== undefined,
    refetchInterval: interval,
    queryFn: async ({ signal }): Promise<ReadonlyMap<bigint, ItemCodes>> => {
      const { getStoreCodes } = await loadOperator();
      const read = (itemId: bigint) => getStoreCodes(personApi(apiUrl), { itemId, signal });
      const found = await Promise.all(
        (items ?? []).map(async (itemId) => [itemId, await read(itemId)] as const),
      );
      return new Map(found);
    },
  });
}

/** Gives the service codes of an item. */
export function useUploadCodes() {
  const { apiUrl } = useRuntimeConfig();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (upload: { itemId: bigint; codes: readonly string[] }) => {
      const { uploadCodes } = await loadOperator();
      return withStepUp(() => uploadCodes(apiUrl, upload));
    },
    // Parts may have arrived before one failed.
    onSettled: () => queryClient.invalidateQueries({ queryKey: codesKey }),
  });
}

/** Makes a list and lays it beside the one that counts. */
export function useBuildList() {
  const client = useReadClient();
  const { apiUrl, graphqlUrl, chainId } = useRuntimeConfig();
  return useMutation({
    mutationFn: async (list: Pick<ListParameters, "root" | "source" | "adds">) => {
      const { buildList, createSubgraphClient, getContracts } = await loadOperator();
      const { merkleDistributor: distributor } = await getContracts(client, {
        names: ["merkleDistributor"],
      });
      // Pages of a thousand rows at a past block take longer than what a page shows by itself.
      const subgraph = createSubgraphClient({ url: graphqlUrl, timeout: 60_000 });
      return withStepUp(() => buildList({ ...list, apiUrl, subgraph, chainId, distributor }));
    },
  });
}
