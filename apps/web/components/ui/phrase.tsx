"use client";

import Link from "next/link";
import type { Address } from "viem";
import { AddressText } from "@/components/ui/address";
import type { Phrase } from "@/lib/calls/phrase";
import { shortAddress } from "@/lib/format/address";
import { useIndexedAsset } from "@/lib/query/graph";

/** A sentence in which accounts have their names and assets are links. */
export function PhraseText({ phrase }: { phrase: Phrase }) {
  return phrase.map((part, index) => {
    // The parts of a sentence never change their places.
    const key = `${index}`;
    if (typeof part === "string") return <span key={key}>{part}</span>;
    if ("account" in part) return <AddressText key={key} address={part.account} />;
    return <AssetName key={key} asset={part.asset} />;
  });
}

/** An asset by its name, which leads to its page; by its address until the index has said the name. */
export function AssetName({ asset }: { asset: Address }) {
  const { data } = useIndexedAsset(asset);
  return (
    <Link href={`/assets/${asset}`} className="prose-link">
      {data?.name ?? shortAddress(asset)}
    </Link>
  );
}
