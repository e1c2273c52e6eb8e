"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Money } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { formatAmount, formatShare } from "@/lib/format/amount";
import { usePortfolio } from "@/lib/query/graph";
import { useHoldingsOnChain } from "@/lib/query/holdings";

/** Shares of an account: which ones the index knows, how many the chain says. */
export function Holdings({ account }: { account: Address }) {
  const t = useTranslations();
  const portfolio = usePortfolio(account);
  const { balanceOf } = useHoldingsOnChain(account, portfolio.data);
  return (
    <QueryPanel
      query={portfolio}
      meanwhile={indexMeanwhile}
      isEmpty={(data) => data.holdings.length === 0}
      empty={
        <Empty
          title={t("portfolio.holdings.none")}
          action={
            <Button asChild>
              <Link href="/assets">{t("portfolio.holdings.seeAssets")}</Link>
            </Button>
          }
        >
          {t("portfolio.holdings.noneText")}
        </Empty>
      }
    >
      {(data) => (
        <ul className="grid border-rule border-t">
          {data.holdings.map(({ asset, balance, frozen }) => {
            const exact = balanceOf(asset.asset) ?? balance;
            return (
              <li key={asset.asset} className="border-rule border-b">
                <Link
                  href={`/assets/${asset.asset}`}
                  className="grid min-h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-3 -outline-offset-2 hover:bg-sunken sm:-mx-2 sm:px-2"
                >
                  <span className="min-w-0">
                    <span className="flex items-center gap-3">
                      <span className="truncate font-medium">{asset.name}</span>
                      {frozen > 0n && <Badge tone="warn">{t("portfolio.holdings.frozen")}</Badge>}
                    </span>
                    <span className="block text-muted text-sm">
                      {t("portfolio.holdings.part", {
                        amount: formatAmount(exact, { decimals: 18, maximum: 4 }, t),
                        symbol: asset.symbol,
                        part: formatShare(exact, asset.supply, 2, t),
                      })}
                    </span>
                  </span>
                  <span className="text-right">
                    <Money value={asset.supply === 0n ? 0n : (asset.valuation * exact) / asset.supply} />
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </QueryPanel>
  );
}
