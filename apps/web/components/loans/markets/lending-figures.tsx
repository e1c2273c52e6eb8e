"use client";

import { useTranslations } from "next-intl";
import { Figure, Figures } from "@/components/ui/figure";
import { type MarketNow, rateWords, tokenWords } from "@/lib/domain/market";

/** What is lent to a market, what of it is free, and both rates. */
export function LendingFigures({ market }: { market: MarketNow }) {
  const t = useTranslations();
  const { loan } = market;
  return (
    <Figures>
      <Figure
        label={t("markets.figures.lent")}
        value={tokenWords(market.supplied, loan, t)}
        note={t("markets.figures.lentNote", { cap: tokenWords(market.supplyCap, loan, t) })}
      />
      <Figure
        label={t("markets.figures.free")}
        value={tokenWords(market.liquidity, loan, t)}
        note={t("markets.figures.freeNote")}
      />
      <Figure
        label={t("markets.figures.borrow")}
        value={rateWords(market.borrowRate, t)}
        note={t("markets.figures.rateNote")}
      />
      <Figure
        label={t("markets.figures.lend")}
        value={rateWords(market.supplyRate, t)}
        note={t("markets.figures.rateNote")}
      />
    </Figures>
  );
}
