"use client";

import Link from "next/link";
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

const bookMeanwhile =
  "Orders cannot be shown or left until it does. Trades of the past, and everything you own, come from elsewhere.";

/** One market: what shares cost, who wants what, and a place to say what I want. */
export function MarketPage({ asset: address }: { asset: Address }) {
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
          title="There is no such asset"
          action={
            <Button asChild>
              <Link href="/exchange">All markets</Link>
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
              lead={
                <>
                  {found.asset.symbol} for test dollars.{" "}
                  <Link href={`/assets/${address}`} className="underline">
                    About the asset
                  </Link>
                </>
              }
              action={
                <Button asChild>
                  <Link href="/exchange/orders">My orders</Link>
                </Button>
              }
            />
            {paused && (
              <Callout tone="warning" title="Trading is paused" className="mb-8">
                Orders can be left and cancelled; nothing is filled until the pause ends.
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
                <Section title="Price">
                  <PriceHistory asset={address} />
                </Section>
                <Section
                  title="Orders now"
                  action={live ? undefined : <Badge tone="warn">interrupted, trying again</Badge>}
                >
                  <QueryPanel
                    query={book}
                    meanwhile={bookMeanwhile}
                    lines={6}
                    isEmpty={(data) => data === null || data.asks.length + data.bids.length === 0}
                    empty={
                      paused ? (
                        <Empty title="No order can be filled now">
                          Those in the book come back when the pause ends.
                        </Empty>
                      ) : (
                        <Empty title="No orders now">Leave the first one.</Empty>
                      )
                    }
                  >
                    {(data) => data && <DepthChart book={data} symbol={found.asset.symbol} />}
                  </QueryPanel>
                </Section>
              </div>
              <aside aria-label="Trade" className="min-w-0 lg:sticky lg:top-24 lg:self-start">
                <Tabs
                  label="Leave an order or take one"
                  tabs={[
                    { id: "leave", title: "Leave an order", content: <OrderForm asset={found.asset} /> },
                    { id: "take", title: "Take an offer", content: <TakeForm asset={found.asset} /> },
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
