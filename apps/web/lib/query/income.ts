"use client";

import type { IndexedPayment } from "@qti/sdk/subgraph";
import { useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import { useReadClient } from "./read-client";
import { useGraph } from "./subgraph";

/** Payments of income of an asset, the newest first. */
export function usePayments(asset: Address) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "payments", asset],
    refetchInterval: 15_000,
    queryFn: ({ signal }) =>
      ask(async (graph, subgraph) => {
        const found: IndexedPayment[] = [];
        let after: Hex | undefined;
        do {
          const page = await graph.getPayments(subgraph, { asset, first: 1_000, after, signal });
          found.push(...page.items);
          after = page.next;
        } while (after !== undefined);
        return found.sort((a, b) => Number(b.index - a.index));
      }),
  });
}

/**
 * Who gets how much of a payment, worked out here from the holdings at its record block. It never changes: the block is
 * past. Asked for when somebody wants to see it or has something to claim.
 */
export function useSplit(payment: IndexedPayment, enabled: boolean) {
  const client = useReadClient();
  const ask = useGraph();
  return useQuery({
    queryKey: ["split", payment.paymentId],
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      ask(async (_, subgraph) => {
        const { computeSplit } = await import("@/lib/income/compute-tree");
        const { paymentId, asset, issuer, recordBlock, amount } = payment;
        return computeSplit(client, subgraph, { paymentId, asset: asset.asset, issuer, recordBlock, amount });
      }),
  });
}

/** What an account was paid of the income of an asset. */
export function useClaims(asset: Address, account: Address | undefined) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "claims", asset, account],
    enabled: account !== undefined,
    queryFn: ({ signal }) =>
      ask(async (graph, subgraph) =>
        account ? (await graph.getClaims(subgraph, { asset, account, first: 1_000, signal })).items : [],
      ),
  });
}
