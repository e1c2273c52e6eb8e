"use client";

import type { IndexedOperation, IndexedRecovery } from "@qti/sdk/subgraph";
import { useQuery } from "@tanstack/react-query";
import type { Hex } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
import { useAddress } from "@/lib/wallet/use-account";
import { useReadClient } from "./read-client";
import { useGraph } from "./subgraph";
import { toTheEnd } from "./to-the-end";

/** The ABIs that this needs are large: they come when somebody looks at a desk. */
const loadAccess = () => import("@/lib/desks/read-access");

/** What the connected account may do of everything that needs a role. */
export function useAccess() {
  const client = useReadClient();
  const account = useAddress();
  const { contracts } = useRuntimeConfig();
  return useQuery({
    queryKey: ["chain", "access", account],
    queryFn: async () => (await loadAccess()).readAccess(client, { account, contracts }),
  });
}

/** Whether the connected account may vouch for people. */
export function useIsAttester() {
  const client = useReadClient();
  const account = useAddress();
  return useQuery({
    queryKey: ["chain", "attester", account],
    enabled: account !== undefined,
    queryFn: async () =>
      account ? (await import("@/lib/desks/desks")).readIsAttester(client, account) : false,
  });
}

/** For each role, what the connected account may do about who holds it. */
export function useRoleAdmins(roles: readonly bigint[]) {
  const client = useReadClient();
  const account = useAddress();
  const { contracts } = useRuntimeConfig();
  return useQuery({
    queryKey: ["chain", "roleAdmins", account, roles.join()],
    queryFn: async () => (await loadAccess()).readRoleAdmins(client, { account, contracts, roles }),
  });
}

/** The roles that exist, and who holds them. */
export function useRoles() {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "roles"],
    refetchInterval: 15_000,
    queryFn: ({ signal }) => ask((graph, subgraph) => graph.getRoles(subgraph, { signal })),
  });
}

/** Recoveries of lost accounts that nobody ended yet, what is due first in front. */
export function usePendingRecoveries() {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "recoveries"],
    refetchInterval: 15_000,
    queryFn: ({ signal }) =>
      ask(async (graph, subgraph) => {
        const found = await toTheEnd<IndexedRecovery, Hex>((after) =>
          graph.getRecoveries(subgraph, { state: "PROPOSED", first: 1_000, after, signal }),
        );
        return found.sort((a, b) => Number(a.readyAt - b.readyAt));
      }),
  });
}

/** Everything that waits for its time, what is due first in front. */
export function useScheduledOperations() {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "operations"],
    refetchInterval: 15_000,
    queryFn: ({ signal }) =>
      ask(async (graph, subgraph) => {
        const found = await toTheEnd<IndexedOperation, Hex>((after) =>
          graph.getOperations(subgraph, { state: "SCHEDULED", first: 1_000, after, signal }),
        );
        return found.sort((a, b) => Number(a.readyAt - b.readyAt));
      }),
  });
}
