"use client";

import type { CreditApplication, UnderwritingReason, UnderwritingRules } from "@qti/sdk/loans/applications";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { dollarWords } from "@/lib/domain/dollars";
import { measureWords } from "@/lib/domain/underwriting-words";
import { tierName } from "@/lib/domain/words";

/** Where a person can do something for a reason. */
const places: { readonly [reason in UnderwritingReason]?: Route } = {
  taps: "/rewards",
  stake: "/stake",
  income: "/records",
};

/** The rule of underwriting: what counts and how much; of who applied also what was found, and what would raise it. */
export function UnderwritingRule({
  rules,
  application,
}: {
  rules: UnderwritingRules;
  application: CreditApplication | undefined;
}) {
  const t = useTranslations();
  return (
    <div>
      <h3 className="font-medium">{t("credit.apply.rule")}</h3>
      <p className="mt-1 max-w-prose text-muted text-sm">
        {t("credit.apply.ruleLead", { version: rules.rule })}
      </p>
      <ul className="mt-4 grid border-rule border-t">
        {rules.reasons.map(({ reason, each, most }) => {
          const found = application?.reasons.find((other) => other.reason === reason);
          const place = places[reason];
          return (
            <li
              key={reason}
              className="grid gap-x-8 gap-y-2 border-rule border-b py-4 sm:grid-cols-[minmax(0,1fr)_12rem]"
            >
              <div className="min-w-0">
                <p className="font-medium">{t(`credit.apply.reasons.${reason}.name`)}</p>
                <p className="text-muted text-sm">
                  {t(`credit.apply.reasons.${reason}.each`, {
                    each: measureWords(reason, each, t),
                    count: Number(each),
                  })}
                </p>
                {found && (
                  <p className="mt-1 text-sm">
                    {t("credit.apply.found", { measure: measureWords(reason, found.measure, t) })}{" "}
                    {found.next === null ? (
                      <span className="text-gain">{t("credit.apply.full")}</span>
                    ) : (
                      <span className="text-muted">
                        {t("credit.apply.next", { next: measureWords(reason, found.next, t) })}
                      </span>
                    )}
                  </p>
                )}
                {place && (found === undefined || found.next !== null) && (
                  <Link href={place} className="prose-link text-sm">
                    {t(`credit.apply.reasons.${reason}.how`)}
                  </Link>
                )}
                {!place && <p className="text-muted text-sm">{t(`credit.apply.reasons.${reason}.how`)}</p>}
              </div>
              <Points points={found?.points} most={most} />
            </li>
          );
        })}
        {application && (
          <li className="grid gap-x-8 gap-y-2 border-rule border-b py-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
            <p className="font-medium">{t("credit.apply.total")}</p>
            <Points points={application.score} most={rules.most} />
          </li>
        )}
      </ul>
      <p className="mt-4 max-w-prose text-muted text-sm">
        {t("credit.apply.needed", { needed: `${rules.least}` })}{" "}
        {rules.limits
          .map(({ tier, least, most }) =>
            t("credit.apply.range", {
              tier: tierName(tier, t),
              least: dollarWords(least, t),
              most: dollarWords(most, t),
            }),
          )
          .join(" ")}
      </p>
    </div>
  );
}

/** Points of all that there are, as a figure and a bar. */
function Points({ points, most }: { points: number | undefined; most: number }) {
  const t = useTranslations();
  return (
    <div className="sm:text-right">
      <p>
        {points === undefined
          ? t("credit.apply.most", { most: `${most}` })
          : t("credit.apply.pointsOf", { points: `${points}`, most: `${most}` })}
      </p>
      {points !== undefined && (
        <svg aria-hidden="true" className="mt-1 h-2 w-full">
          <rect width="100%" height="100%" rx="2" className="fill-sunken" />
          <rect width={`${(points / most) * 100}%`} height="100%" rx="2" className="fill-accent" />
        </svg>
      )}
    </div>
  );
}
