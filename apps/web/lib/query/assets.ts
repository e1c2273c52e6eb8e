"use client";

import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { loadActions } from "@/lib/sdk/load";
import { useReadClient } from "./read-client";

/** One asset as the chain has it, with the issuer's words where they can be shown; `null` when the address is none. */
export function useAsset(asset: Address) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "asset", asset],
    queryFn: async () => {
      const { getAsset, decodeMetadata } = await loadActions();
      const found = await getAsset(client, { asset });
      return found ? { asset: found, metadata: decodeMetadata(found.metadataURI) } : null;
    },
  });
}

/** What an account holds of an asset. */
export function useHolding(asset: Address, account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "holding", asset, account],
    enabled: account !== undefined,
    queryFn: async () => (account ? (await loadActions()).getHolding(client, { asset, account }) : null),
  });
}

/** What the rules of an asset say about a transfer, asked while the form is being filled in; `error` has the words of a refusal. */
export function useTransferRefusal(
  asset: Address,
  transfer: { from: Address; to: Address; amount: bigint } | undefined,
) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "refusal", asset, transfer?.from, transfer?.to, transfer?.amount.toString()],
    enabled: transfer !== undefined,
    queryFn: async () => {
      if (!transfer) return null;
      const { refusal } = await (await loadActions()).transferRefusal(client, { asset, ...transfer });
      if (refusal === "none") return { refusal, error: undefined };
      const { TransferRefusedError } = await import("@qti/sdk/errors");
      return { refusal, error: new TransferRefusedError(refusal) };
    },
  });
}

/** Whether an account may hold an asset at all: who they are, not how much they would have. */
export function useMayReceive(asset: Address, account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "mayReceive", asset, account],
    enabled: account !== undefined,
    queryFn: async () => (account ? (await loadActions()).mayReceive(client, asset, account) : null),
  });
}
