"use client";

import type { GetIndexedAssetReturnType } from "@qti/sdk/subgraph";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
import { addressWords } from "@/lib/domain/names";

/** Names an address in a text: an asset that was looked at, a contract, somebody of the demo, else its short form. */
export function useNameOf(): (address: Address) => string {
  const queryClient = useQueryClient();
  const config = useRuntimeConfig();
  const t = useTranslations();
  return (address) =>
    queryClient.getQueryData<GetIndexedAssetReturnType | null>(["graph", "asset", address])?.name ??
    addressWords(address, config, t);
}
