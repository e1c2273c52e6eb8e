"use client";

import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { assetsNow, sharePrice } from "@/lib/domain/vault";
import { loadActions } from "@/lib/sdk/load";
import { useNow } from "@/lib/use-now";
import { readVault, vaultKey } from "./figures";
import { useReadClient } from "./read-client";

/** What an account holds of ether, QTI, sQTI and the test dollar: exact, from the chain. */
export function useBalances(account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "balances", account],
    enabled: account !== undefined,
    queryFn: async () => (account ? (await loadActions()).getBalances(client, { account }) : null),
  });
}

/** What the identity registry says of an account. */
export function useStanding(account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "standing", account],
    enabled: account !== undefined,
    queryFn: async () => (account ? (await loadActions()).getStanding(client, { account }) : null),
  });
}

/** Whether an account is being recovered, or was. */
export function useRecovery(account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "recovery", account],
    enabled: account !== undefined,
    queryFn: async () => (account ? (await loadActions()).getRecovery(client, { account }) : null),
  });
}

/** The vault as of the last block, with the time of that block. */
export function useVault() {
  const client = useReadClient();
  return useQuery({
    queryKey: vaultKey,
    refetchInterval: 10_000,
    queryFn: () => readVault(client),
  });
}

/** What the vault has and what its share is worth at this moment, from second to second. */
export function useVaultNow() {
  const vault = useVault();
  const now = useNow(1);
  const { data, error, isFetching, refetch } = vault;
  if (!data) return { error, isFetching, refetch, data: undefined };
  const totalAssets = now === undefined ? data.totalAssets : assetsNow(data, now);
  return {
    error,
    isFetching,
    refetch,
    data: { ...data, totalAssets, sharePrice: sharePrice(totalAssets, data.totalShares) },
  };
}

/** What an account stakes, at the present price. */
export function usePosition(account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "position", account],
    enabled: account !== undefined,
    refetchInterval: 10_000,
    queryFn: async () => (account ? (await loadActions()).getPosition(client, { account }) : null),
  });
}
