"use client";

import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { loadActions } from "@/lib/sdk/load";
import { useReadClient } from "./read-client";

/** The money that waits for the holders of a matured asset, from the chain; `null` while there is none. */
export function useRedemption(asset: Address) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "redemption", asset],
    queryFn: async () => (await (await loadActions()).getRedemption(client, { asset })) ?? null,
  });
}

/** What redeeming so many shares pays now. */
export function useRedemptionPreview(asset: Address, shares: bigint | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "redemptionPreview", asset, shares?.toString()],
    enabled: shares !== undefined,
    queryFn: async () =>
      shares === undefined ? null : (await loadActions()).previewRedemption(client, { asset, shares }),
  });
}
