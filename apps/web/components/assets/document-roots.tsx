"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { CopyText } from "@/components/ui/copy";
import { Day } from "@/components/ui/time";
import { useIndexedAsset } from "@/lib/query/graph";

const noRoot = /^0x0{64}$/;

/** What stands on the chain about an asset's documents: one root an addition, and since when. */
export function DocumentRoots({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const indexed = useIndexedAsset(asset.asset);
  const roots = asset.documentsRoots
    .map((root, index) => ({ root, index }))
    .filter(({ root }) => !noRoot.test(root));
  if (roots.length === 0) return <p className="text-muted">{t("assets.documents.none")}</p>;
  return (
    <ol className="grid border-rule border-t">
      {roots.map(({ root, index }) => {
        // The index knows when; the chain alone knows which.
        const since = indexed.data?.documents.find((known) => Number(known.index) === index)?.timestamp;
        return (
          <li key={index} className="flex items-baseline justify-between gap-4 border-rule border-b py-3">
            <span>
              {index === 0
                ? t("assets.documents.first")
                : t("assets.documents.addition", { number: `${index}` })}
              {since !== undefined && (
                <span className="block text-muted text-sm">
                  <Day at={Number(since)} />
                </span>
              )}
            </span>
            <CopyText text={root} label={t("assets.documents.root")} className="text-muted text-sm">
              {root.slice(0, 14)}…
            </CopyText>
          </li>
        );
      })}
    </ol>
  );
}
