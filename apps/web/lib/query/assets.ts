"use client";

import { getAsset, getHolding, isIssuer, transferRefusal } from "@qti/sdk";
import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { useReadClient } from "./read-client";

/** One asset as the chain has it; `null` when the address is none. */
export function useAsset(asset: Address) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "asset", asset],
    queryFn: async () => (await getAsset(client, { asset })) ?? null,
  });
}

/** What an account holds of an asset. */
export function useHolding(asset: Address, account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "holding", asset, account],
    enabled: account !== undefined,
    queryFn: () => (account ? getHolding(client, { asset, account }) : null),
  });
}

/** What the rules of an asset say about a transfer, asked while the form is being filled in. */
export function useTransferRefusal(
  asset: Address,
  transfer: { from: Address; to: Address; amount: bigint } | undefined,
) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "refusal", asset, transfer?.from, transfer?.to, transfer?.amount.toString()],
    enabled: transfer !== undefined,
    queryFn: () => (transfer ? transferRefusal(client, { asset, ...transfer }) : null),
  });
}

/** Whether an account may issue assets. */
export function useIsIssuer(account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "isIssuer", account],
    enabled: account !== undefined,
    queryFn: () => (account ? isIssuer(client, { account }) : null),
  });
}
