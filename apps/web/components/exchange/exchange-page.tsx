"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Money } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import { assetClassInside } from "@/lib/domain/asset-words";
import { formatCount } from "@/lib/format/amount";
import { useMarkets } from "@/lib/query/exchange";
import { useAssets } from "@/lib/query/graph";

/** What can I buy? Every active asset, traded or not. */
export function ExchangePage() {
  const t = useTranslations();
  const assets = useAssets({ first: 50, search: "", state: "active" });
  const markets = useMarkets();
  return (
    <>
      <PageHead
        title={t("shell.pages.exchange")}
        lead={t("exchange.list.lead")}
        action={
          <Button asChild>
            <Link href="/exchange/orders">{t("shell.pages.orders")}</Link>
          </Button>
        }
      />
      <QueryPanel
        query={assets}
        meanwhile={indexMeanwhile}
        lines={6}
        isEmpty={(rows) => rows.length === 0}
        empty={
          <Empty
            title={t("exchange.list.nothing")}
            action={
              <Button asChild>
                <Link href="/assets/tokenize">{t("shell.pages.tokenize")}</Link>
              </Button>
            }
          >
            {t("exchange.list.nothingText")}
          </Empty>
        }
      >
        {(rows) => (
          <ul className="grid border-rule border-t">
            {rows.map((asset) => {
              const market = markets.data?.find((each) => each.asset === asset.asset);
              return (
                <li key={asset.asset} className="border-rule border-b">
                  <Link
                    href={`/exchange/${asset.asset}`}
                    className="grid min-h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 py-3 -outline-offset-2 hover:bg-sunken sm:-mx-2 sm:grid-cols-[minmax(0,1fr)_10rem_10rem] sm:px-2"
                  >
                    <span className="min-w-0">
                      <span className="block truncate font-medium">{asset.name}</span>
                      <span className="block truncate text-muted text-sm">
                        {asset.symbol}, {assetClassInside(asset.class, t)}
                      </span>
                    </span>
                    <span className="hidden text-right sm:block">
                      {market && (
                        <>
                          <span className="block">
                            <Money value={market.moneyVolume} maximum={0} />
                          </span>
                          <span className="block text-muted text-sm">
                            {t("exchange.list.trades", {
                              count: market.tradeCount,
                              n: formatCount(market.tradeCount, t),
                            })}
                          </span>
                        </>
                      )}
                    </span>
                    <span className="text-right">
                      {market ? (
                        <>
                          <span className="block font-medium">
                            <Money value={market.lastPrice} />
                          </span>
                          <span className="block text-muted text-sm">
                            {t.rich("exchange.list.share", {
                              time: () => <Time at={Number(market.lastTradeAt)} />,
                            })}
                          </span>
                        </>
                      ) : (
                        <span className="text-muted">{t("exchange.list.never")}</span>
                      )}
                    </span>
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </QueryPanel>
    </>
  );
}
