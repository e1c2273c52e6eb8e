"use client";

import { useQueries } from "@tanstack/react-query";
import type { Address } from "viem";
import { loadActions } from "@/lib/sdk/load";
import type { usePortfolio } from "./graph";
import { useReadClient } from "./read-client";

type PortfolioData = ReturnType<typeof usePortfolio>["data"];

/** The exact balances behind a portfolio that the index listed, and what they are stated to be worth together. */
export function useHoldingsOnChain(account: Address, portfolio: PortfolioData) {
  const client = useReadClient();
  const listed = portfolio?.holdings ?? [];
  const queries = useQueries({
    queries: listed.map(({ asset }) => ({
      queryKey: ["chain", "holding", asset.asset, account],
      queryFn: async () => (await loadActions()).getHolding(client, { asset: asset.asset, account }),
    })),
  });
  const balanceOf = (asset: Address): bigint | undefined =>
    queries[listed.findIndex((holding) => holding.asset.asset === asset)]?.data?.balance;
  const value =
    portfolio === undefined
      ? undefined
      : listed.reduce((sum, { asset, balance }) => {
          const exact = balanceOf(asset.asset) ?? balance;
          return asset.supply === 0n ? sum : sum + (asset.valuation * exact) / asset.supply;
        }, 0n);
  return { balanceOf, value };
}
