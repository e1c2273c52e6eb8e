"use client";

import type { Address } from "viem";
import { assetClassWords } from "@/lib/domain/asset-words";
import { countryName } from "@/lib/domain/countries";
import { useIndexedAsset } from "@/lib/query/graph";

/** What kind of asset it is and whose law governs it. Only the index keeps that; without it the line says less. */
export function AssetOrigin({ asset }: { asset: Address }) {
  const { data, isPending } = useIndexedAsset(asset);
  if (data) return `${assetClassWords[data.class]}. Governing law: ${countryName(data.jurisdiction)}`;
  return isPending ? "…" : "A tokenized asset";
}
