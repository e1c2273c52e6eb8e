"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { assetClassInside, assetStateWords } from "@/lib/domain/asset-words";
import { countryName } from "@/lib/domain/countries";
import { formatCount } from "@/lib/format/amount";
import { type AssetState, useAssets } from "@/lib/query/graph";

/** Assets, one a line: what it is, whose law, what it is stated to be worth. */
export function AssetRows({
  limit,
  search = "",
  state,
}: {
  limit?: number;
  search?: string;
  state?: AssetState;
}) {
  const t = useTranslations();
  const assets = useAssets({ first: limit ?? 20, search, ...(state ? { state } : {}) });
  return (
    <QueryPanel
      query={assets}
      meanwhile={indexMeanwhile}
      lines={limit ?? 6}
      isEmpty={(rows) => rows.length === 0}
      empty={
        search === "" ? (
          <Empty
            title={t("assets.list.none")}
            action={
              <Button asChild>
                <Link href="/assets/tokenize">{t("assets.list.first")}</Link>
              </Button>
            }
          />
        ) : (
          <Empty title={t("assets.list.notFound", { search })}>{t("assets.list.notFoundText")}</Empty>
        )
      }
    >
      {(rows) => (
        <>
          <ul className="grid border-rule border-t">
            {rows.map((asset) => {
              const words = assetStateWords(asset.state, t);
              return (
                <li key={asset.asset} className="border-rule border-b">
                  <Link
                    href={`/assets/${asset.asset}`}
                    className="grid min-h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-3 -outline-offset-2 hover:bg-sunken sm:-mx-2 sm:px-2"
                  >
                    <span className="min-w-0">
                      <span className="block truncate font-medium">{asset.name}</span>
                      <span className="block truncate text-muted text-sm">
                        {asset.symbol}, {assetClassInside(asset.class, t)},{" "}
                        {countryName(asset.jurisdiction, t)}
                      </span>
                    </span>
                    <span className="text-right">
                      <span className="block">
                        <Money value={asset.valuation} maximum={0} />
                      </span>
                      <span className="flex h-5 items-center justify-end text-muted text-sm">
                        {asset.state === "active" ? (
                          t("assets.list.holders", {
                            count: asset.holderCount,
                            n: formatCount(asset.holderCount, t),
                          })
                        ) : (
                          <Badge tone={words.tone}>{words.word}</Badge>
                        )}
                      </span>
                    </span>
                  </Link>
                </li>
              );
            })}
          </ul>
          {limit === undefined && assets.hasNextPage && (
            <Button
              className="mt-4"
              busy={assets.isFetchingNextPage}
              onClick={() => void assets.fetchNextPage()}
            >
              {t("words.showMore")}
            </Button>
          )}
        </>
      )}
    </QueryPanel>
  );
}
