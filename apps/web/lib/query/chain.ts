"use client";

import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { loadActions } from "@/lib/sdk/load";
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

/** The vault now. Its price grows with every block, so it is read again and again. */
export function useVault() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "vault"],
    refetchInterval: 10_000,
    queryFn: async () => (await loadActions()).getVault(client),
  });
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
