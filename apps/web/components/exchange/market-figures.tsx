"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { Money } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import { Time } from "@/components/ui/time";
import { useTrades } from "@/lib/query/exchange";
import { shownTrades } from "./trade-list";

/** What a share costs: as it was paid last, as it is wanted and offered now, and as its issuer states it. */
export function MarketFigures({
  asset,
  bid,
  ask,
  known,
}: {
  asset: GetAssetReturnType;
  bid: bigint | undefined;
  ask: bigint | undefined;
  /** Whether the book answered: an empty side is a fact then. */
  known: boolean;
}) {
  const trades = useTrades(asset.asset, shownTrades);
  const last = trades.data?.[0];
  const offer = (price: bigint | undefined) =>
    price === undefined ? known ? null : undefined : <Money value={price} />;
  return (
    <Figures>
      <Figure
        label="Last price"
        value={last ? <Money value={last.price} /> : trades.isPending ? undefined : null}
        note={last && <Time at={Number(last.timestamp)} />}
      />
      <Figure label="Best buyer" value={offer(bid)} note="pays for a share" />
      <Figure label="Best seller" value={offer(ask)} note="asks for a share" />
      <Figure
        label="Stated value"
        value={asset.shares > 0n ? <Money value={asset.valuation / asset.shares} /> : null}
        note="a share, by its issuer"
      />
    </Figures>
  );
}
