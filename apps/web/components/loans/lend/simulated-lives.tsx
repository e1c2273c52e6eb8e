"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { areSimulated, simulation } from "@/lib/domain/credit-simulation";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { useCreditBook } from "@/lib/query/credit";

const { people, years, lives, seniors, firstLoss, stressed, leverage, stops, terms } = simulation;

/** How often lenders lost in the simulation that the terms of the pools come from, and what it assumed. */
export function SimulatedLives() {
  const t = useTranslations();
  const now = useCreditBook().data?.terms;
  /** A part in thousandths, without its sign: words say whether it was earned or lost. */
  const part = (thousandths: number) =>
    `${formatAmount(BigInt(Math.abs(thousandths)), { decimals: 1 }, t)}\u00a0%`;
  const bps = (value: number) => `${formatAmount(BigInt(value), { decimals: 2 }, t)}\u00a0%`;
  const allowed = formatAmount(BigInt((now ?? terms).leverageBps), { decimals: 4 }, t);
  const yields = ({ median, worst }: { median: number; worst: number }) => ({
    median: part(median),
    worst: part(worst),
  });
  return (
    <div>
      <h3 className="font-medium">{t("lend.simulated.title")}</h3>
      <p className="mt-1 max-w-prose text-muted">
        {t("lend.simulated.lead", { people: formatCount(people, t), years: `${years}`, lives: `${lives}` })}
      </p>
      <dl className="mt-4 grid border-rule border-t">
        <Found label={t("lend.simulated.seniors")}>
          {t("lend.simulated.seniorsFound", { lives: `${lives}`, ...yields(seniors) })}
        </Found>
        <Found label={t("lend.simulated.firstLoss")}>
          {t("lend.simulated.firstLossFound", yields(firstLoss))}
        </Found>
        <Found label={t("lend.simulated.stressed")}>
          {t("lend.simulated.stressedFound", { lives: `${stressed.lives}`, ...yields(stressed.firstLoss) })}
        </Found>
        <Found label={t("lend.simulated.leverage")}>
          {t("lend.simulated.leverageFound", {
            allowed: `$${allowed}`,
            safe: `$${leverage.safe}`,
            unsafe: `$${leverage.unsafe}`,
            loss: part(leverage.loss),
          })}
        </Found>
      </dl>
      {now && !areSimulated(now) && (
        <Callout tone="warning" className="mt-4">
          {t("lend.simulated.otherTerms")}
        </Callout>
      )}
      <details className="mt-2">
        <summary className="disclosure">{t("lend.simulated.assumed")}</summary>
        <ul className="mt-2 grid max-w-prose list-disc gap-2 pl-5">
          <li>
            {t("lend.simulated.stops", {
              first: part(stops[0]),
              second: part(stops[1]),
              third: part(stops[2]),
            })}
          </li>
          <li>
            {t("lend.simulated.how", {
              bustOut: part(simulation.bustOut),
              cured: part(simulation.cured),
            })}
          </li>
          <li>{t("lend.simulated.together")}</li>
          <li>
            {t("lend.simulated.lenders", {
              worried: part(simulation.worried),
              flees: part(simulation.flees),
            })}
          </li>
          <li>
            {t("lend.simulated.terms", {
              rate: bps(terms.rateBps),
              late: bps(terms.lateBps),
              senior: bps(terms.seniorBps),
            })}
          </li>
          <li>{t("lend.simulated.leftOut")}</li>
        </ul>
      </details>
      <p className="mt-4 max-w-prose text-muted text-sm">{t("lend.simulated.caution")}</p>
    </div>
  );
}

/** What was found, in a sentence beside what it is about. */
function Found({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-1 border-rule border-b py-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <dt className="text-muted">{label}</dt>
      <dd className="max-w-prose">{children}</dd>
    </div>
  );
}
