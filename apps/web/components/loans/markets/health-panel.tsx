"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Section } from "@/components/shell/section";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import {
  type HoldingView,
  healthWord,
  type MarketNow,
  partWords,
  priceWords,
  roomToFall,
  tokenWords,
  viewOf,
} from "@/lib/domain/market";
import { HealthGauge } from "./health-gauge";

const wad = 10n ** 18n;
/** Falls that the table says, in percent. */
const falls = [0, 5, 10, 15, 20, 30, 40, 50] as const;

/** How far a position is from liquidation, and what a fall of the price would make of it. */
export function HealthPanel({ market, view }: { market: MarketNow; view: HoldingView }) {
  const t = useTranslations();
  const sliderId = useId();
  const [fall, setFall] = useState(0);
  const { lltv } = market.params;
  const after = viewOf(market, view, fall);
  const room = roomToFall(market, view);
  const word = healthWord(after);
  if (market.prices.liquidationPrice === 0n)
    return (
      <Section title={t("markets.health.title")}>
        <Callout tone="warning">{t("markets.health.noPrice")}</Callout>
      </Section>
    );
  if (view.debt === 0n)
    return (
      <Section title={t("markets.health.title")}>
        <p className="text-muted">{t("markets.health.nothing")}</p>
      </Section>
    );
  return (
    <Section title={t("markets.health.title")}>
      <div className="grid grid-cols-1 gap-6">
        <HealthGauge part={after.loanToValue ?? wad} limit={lltv} word={word} />
        <Field id={sliderId} label={t("markets.health.slider")} required aside={`${fall} %`}>
          {(control) => (
            <input
              {...control}
              type="range"
              min="0"
              max="60"
              step="1"
              value={fall}
              aria-valuetext={`${fall} %`}
              onChange={(event) => setFall(Number(event.target.value))}
              className="h-11 w-full accent-accent"
            />
          )}
        </Field>
        <div className="grid gap-1">
          <p aria-live="polite" className="font-medium">
            {t(`markets.health.${fall === 0 ? "now" : "after"}.${word}`, {
              fall: `${fall} %`,
              worth: tokenWords(after.worth, market.loan, t),
            })}
          </p>
          <p className="text-muted">
            {room === undefined || room === 0n || view.priceAtLiquidation === undefined
              ? t("markets.health.roomNone")
              : t("markets.health.room", {
                  price: priceWords(view.priceAtLiquidation, market, t),
                  fall: partWords(room, t),
                })}
          </p>
        </div>
        <details>
          <summary className="disclosure">{t("markets.health.table")}</summary>
          <Table caption={t("markets.health.table")} className="mt-2">
            <thead>
              <tr>
                <ColumnHead>{t("markets.health.fall")}</ColumnHead>
                <ColumnHead numeric>{t("markets.health.worth")}</ColumnHead>
                <ColumnHead numeric>{t("markets.health.part")}</ColumnHead>
                <ColumnHead>{t("markets.health.state")}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {falls.map((each) => {
                const then = viewOf(market, view, each);
                return (
                  <tr key={each}>
                    <Cell>{`${each} %`}</Cell>
                    <Cell numeric>{tokenWords(then.worth, market.loan, t)}</Cell>
                    <Cell numeric>{partWords(then.loanToValue ?? wad, t)}</Cell>
                    <Cell>{t(`markets.health.states.${healthWord(then)}`)}</Cell>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </details>
      </div>
    </Section>
  );
}
