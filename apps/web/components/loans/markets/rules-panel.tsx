"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { AddressText } from "@/components/ui/address";
import { CopyText } from "@/components/ui/copy";
import { Facts } from "@/components/ui/facts";
import { bonusOf, type MarketNow, partWords, tokenWords } from "@/lib/domain/market";
import { shortAddress } from "@/lib/format/address";

/** What happens when a pledge is worth too little, in plain words, and what of a market is fixed for ever. */
export function RulesPanel({ market }: { market: MarketNow }) {
  const t = useTranslations();
  const { collateral, loan, params, regulated } = market;
  const words = { ltv: partWords(params.lltv, t), bonus: partWords(bonusOf(market), t) };
  const steps = [
    t("markets.rules.from", { ltv: words.ltv }),
    t("markets.rules.bonus", { bonus: words.bonus }),
    ...(regulated
      ? [
          t("markets.rules.holders", { collateral: collateral.symbol }),
          t("markets.rules.frozen"),
          t("markets.rules.backstop"),
        ]
      : [t("markets.rules.anyone", { collateral: collateral.symbol })]),
    t("markets.rules.debt"),
  ];
  return (
    <Section title={t("markets.rules.title")} lead={t("markets.rules.intro")}>
      <ol className="grid max-w-prose list-decimal gap-2 pl-5">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <details className="mt-6">
        <summary className="disclosure">{t("markets.rules.fixed")}</summary>
        <Facts
          className="mt-2"
          rows={[
            { label: t("markets.rules.ltv"), value: words.ltv },
            { label: t("markets.rules.bonusLabel"), value: words.bonus },
            { label: t("markets.rules.dust"), value: tokenWords(params.dust, loan, t) },
            { label: t("markets.rules.lendCap"), value: tokenWords(market.supplyCap, loan, t) },
            { label: t("markets.rules.borrowCap"), value: tokenWords(market.borrowCap, loan, t) },
            { label: t("markets.rules.oracle"), value: <AddressText address={params.oracle} /> },
            { label: t("markets.rules.model"), value: <AddressText address={params.rateModel} /> },
            {
              label: t("markets.rules.id"),
              value: (
                <CopyText text={market.id} label={t("markets.rules.id")}>
                  {shortAddress(market.id)}
                </CopyText>
              ),
            },
          ]}
        />
      </details>
    </Section>
  );
}
