"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { QueryPanel } from "@/components/ui/query-panel";
import { Tabs } from "@/components/ui/tabs";
import { useAsset } from "@/lib/query/assets";
import { useChainNow } from "@/lib/query/chain-time";
import { useExchange, useLiveBook, useOrderBook } from "@/lib/query/exchange";
import { DepthChart } from "./depth-chart";
import { MarketFigures } from "./market-figures";
import { OrderForm } from "./order-form";
import { TakeForm } from "./take-form";
import { PriceHistory } from "./trade-list";

/** One market: what shares cost, who wants what, and a place to say what I want. */
export function MarketPage({ asset: address }: { asset: Address }) {
  const t = useTranslations();
  const asset = useAsset(address);
  const book = useOrderBook(address);
  const exchange = useExchange();
  const live = useLiveBook({ asset: address });
  const now = useChainNow();
  const paused = exchange.data && now !== undefined && exchange.data.pausedUntil > now;
  return (
    <QueryPanel
      query={asset}
      lines={8}
      isEmpty={(found) => found === null}
      empty={
        <Empty
          title={t("exchange.market.none")}
          action={
            <Button asChild>
              <Link href="/exchange">{t("exchange.allMarkets")}</Link>
            </Button>
          }
        />
      }
    >
      {(found) =>
        found && (
          <>
            <PageHead
              title={found.asset.name}
              lead={t.rich("exchange.market.lead", {
                symbol: found.asset.symbol,
                link: (text) => (
                  <Link href={`/assets/${address}`} className="underline">
                    {text}
                  </Link>
                ),
              })}
              action={
                <Button asChild>
                  <Link href="/exchange/orders">{t("shell.pages.orders")}</Link>
                </Button>
              }
            />
            {paused && (
              <Callout tone="warning" title={t("exchange.market.paused")} className="mb-8">
                {t("exchange.market.pausedText")}
              </Callout>
            )}
            <MarketFigures
              asset={found.asset}
              bid={book.data?.bids[0]?.price}
              ask={book.data?.asks[0]?.price}
              known={!book.isPending}
            />
            <div className="mt-12 grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
              <div className="grid min-w-0 grid-cols-1 content-start gap-12 max-lg:order-2">
                <Section title={t("exchange.market.price")}>
                  <PriceHistory asset={address} />
                </Section>
                <Section
                  title={t("exchange.market.now")}
                  action={live ? undefined : <Badge tone="warn">{t("exchange.interrupted")}</Badge>}
                >
                  <QueryPanel
                    query={book}
                    meanwhile={t("exchange.market.meanwhile")}
                    lines={6}
                    isEmpty={(data) => data === null || data.asks.length + data.bids.length === 0}
                    empty={
                      paused ? (
                        <Empty title={t("exchange.market.emptyPaused")}>
                          {t("exchange.market.emptyPausedText")}
                        </Empty>
                      ) : (
                        <Empty title={t("exchange.market.empty")}>{t("exchange.market.emptyText")}</Empty>
                      )
                    }
                  >
                    {(data) => data && <DepthChart book={data} symbol={found.asset.symbol} />}
                  </QueryPanel>
                </Section>
              </div>
              <aside
                aria-label={t("exchange.market.trade")}
                className="min-w-0 lg:sticky lg:top-24 lg:self-start"
              >
                <Tabs
                  label={t("exchange.market.tabs")}
                  tabs={[
                    {
                      id: "leave",
                      title: t("exchange.market.leave"),
                      content: <OrderForm asset={found.asset} />,
                    },
                    {
                      id: "take",
                      title: t("exchange.market.take"),
                      content: <TakeForm asset={found.asset} />,
                    },
                  ]}
                />
              </aside>
            </div>
          </>
        )
      }
    </QueryPanel>
  );
}
