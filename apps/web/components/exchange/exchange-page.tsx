"use client";

import Link from "next/link";
import { PageHead } from "@/components/shell/page-head";
import { Money } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import { assetClassWords } from "@/lib/domain/asset-words";
import { useMarkets } from "@/lib/query/exchange";
import { useAssets } from "@/lib/query/graph";

/** What can I buy? Every active asset, traded or not. */
export function ExchangePage() {
  const assets = useAssets({ first: 50, search: "", state: "active" });
  const markets = useMarkets();
  return (
    <>
      <PageHead
        title="Exchange"
        lead="Shares for money, from account to account. Orders are signed for free; the rules of each asset apply to every trade."
        action={
          <Button asChild>
            <Link href="/exchange/orders">My orders</Link>
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
            title="Nothing to trade yet"
            action={
              <Button asChild>
                <Link href="/assets/tokenize">Tokenize an asset</Link>
              </Button>
            }
          >
            An asset can be traded once it is active.
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
                        {asset.symbol}, {assetClassWords[asset.class].toLowerCase()}
                      </span>
                    </span>
                    <span className="hidden text-right sm:block">
                      {market && (
                        <>
                          <span className="block">
                            <Money value={market.moneyVolume} maximum={0} />
                          </span>
                          <span className="block text-muted text-sm">
                            in {market.tradeCount} {market.tradeCount === 1 ? "trade" : "trades"}
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
                            a share, <Time at={Number(market.lastTradeAt)} />
                          </span>
                        </>
                      ) : (
                        <span className="text-muted">not traded yet</span>
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
