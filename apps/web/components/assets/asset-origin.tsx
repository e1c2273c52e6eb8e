"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { assetClassName } from "@/lib/domain/asset-words";
import { countryName } from "@/lib/domain/countries";
import { useIndexedAsset } from "@/lib/query/graph";

/** What kind of asset it is and whose law governs it. Only the index keeps that; without it the line says less. */
export function AssetOrigin({ asset }: { asset: Address }) {
  const t = useTranslations();
  const { data, isPending } = useIndexedAsset(asset);
  if (data)
    return t("assets.origin.known", {
      kind: assetClassName(data.class, t),
      country: countryName(data.jurisdiction, t),
    });
  return isPending ? "…" : t("assets.origin.unknown");
}
