"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
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
  const t = useTranslations();
  const trades = useTrades(asset.asset, shownTrades);
  const last = trades.data?.[0];
  const offer = (price: bigint | undefined) =>
    price === undefined ? known ? null : undefined : <Money value={price} />;
  return (
    <Figures>
      <Figure
        label={t("exchange.figures.last")}
        value={last ? <Money value={last.price} /> : trades.isPending ? undefined : null}
        note={last && <Time at={Number(last.timestamp)} />}
      />
      <Figure label={t("exchange.figures.buyer")} value={offer(bid)} note={t("exchange.figures.buyerNote")} />
      <Figure
        label={t("exchange.figures.seller")}
        value={offer(ask)}
        note={t("exchange.figures.sellerNote")}
      />
      <Figure
        label={t("exchange.figures.stated")}
        value={asset.shares > 0n ? <Money value={asset.valuation / asset.shares} /> : null}
        note={t("exchange.figures.statedNote")}
      />
    </Figures>
  );
}
