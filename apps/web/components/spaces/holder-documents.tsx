"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { documentsOf, groupCopies } from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { useAssetSpace } from "@/lib/records/use-spaces";
import { PaperList } from "./paper-list";

/** What the issuer of an asset sealed for those who hold it, as far as the connected account may open it. */
export function HolderDocuments({
  asset,
  none,
}: {
  asset: GetAssetReturnType;
  /** What is said where there is nothing; the words for a holder when left out. */
  none?: string;
}) {
  const t = useTranslations();
  const { chainId } = useRuntimeConfig();
  const space = useAssetSpace();
  const roots = asset.documentsRoots.map((root, index) => ({ root, index: BigInt(index) }));
  return (
    <QueryPanel query={space} lines={2}>
      {({ files }) => {
        const all = documentsOf(files, { asset: asset.asset, chainId, issuer: asset.issuer });
        const found = groupCopies(all).flatMap((copies) => copies.slice(0, 1));
        if (found.length === 0) return <p className="text-muted">{none ?? t("spaces.assets.none")}</p>;
        return (
          <ul className="grid gap-8" aria-label={t("spaces.assets.list")}>
            {found.map((file) => (
              <li key={file.record.id} className="grid grid-cols-1 gap-2">
                <h3 className="font-medium [overflow-wrap:anywhere]">{file.contents.title}</h3>
                <p className="text-muted text-sm">
                  {t("spaces.assets.sealed")} <Time at={Date.parse(file.manifest.created) / 1000} />
                </p>
                {file.contents.text && (
                  <p className="whitespace-pre-line [overflow-wrap:anywhere]">{file.contents.text}</p>
                )}
                <PaperList file={file} proving={{ of: file, roots }} />
              </li>
            ))}
          </ul>
        );
      }}
    </QueryPanel>
  );
}
