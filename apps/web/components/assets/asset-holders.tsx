"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { AddressText } from "@/components/ui/address";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { formatShare } from "@/lib/format/amount";
import { useHolders } from "@/lib/query/graph";

/** Who holds an asset, and how much of it. */
export function AssetHolders({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const holders = useHolders(asset.asset);
  return (
    <QueryPanel
      query={holders}
      meanwhile={indexMeanwhile}
      isEmpty={(rows) => rows.length === 0}
      empty={<Empty title={t("assets.holders.none")}>{t("assets.holders.noneText")}</Empty>}
    >
      {(rows) => (
        <>
          <Table caption={t("assets.holders.of", { asset: asset.name })}>
            <thead>
              <tr>
                <ColumnHead>{t("assets.holders.holder")}</ColumnHead>
                <ColumnHead numeric>{t("assets.figures.shares")}</ColumnHead>
                <ColumnHead numeric>{t("assets.holders.part")}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {[...rows]
                .sort((a, b) => (a.balance < b.balance ? 1 : a.balance > b.balance ? -1 : 0))
                .map(({ account, balance }) => (
                  <tr key={account}>
                    <Cell>
                      <AddressText
                        address={account}
                        {...(same(account, asset.issuer) ? { note: t("assets.holders.issuer") } : {})}
                      />
                    </Cell>
                    <Cell numeric>
                      <Amount value={balance} decimals={18} unit={asset.symbol} maximum={2} />
                    </Cell>
                    <Cell numeric>{formatShare(balance, asset.totalSupply, 2, t)}</Cell>
                  </tr>
                ))}
            </tbody>
          </Table>
          {holders.hasNextPage && (
            <Button
              className="mt-4"
              busy={holders.isFetchingNextPage}
              onClick={() => void holders.fetchNextPage()}
            >
              {t("words.showMore")}
            </Button>
          )}
        </>
      )}
    </QueryPanel>
  );
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
