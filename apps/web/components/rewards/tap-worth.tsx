"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Amount } from "@/components/ui/amount";
import { Facts } from "@/components/ui/facts";
import { QueryPanel } from "@/components/ui/query-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { pointsInQti, worthOf } from "@/lib/domain/taps";
import { factorWords, percentWords, pointsWords } from "@/lib/domain/taps-words";
import { formatAmount } from "@/lib/format/amount";
import { useTapRewards } from "@/lib/query/rewards";
import { useTapRules } from "@/lib/query/taps";

/** What a tap is worth now, and by which rules: before anybody is asked for anything. */
export function TapWorth() {
  const t = useTranslations();
  const rules = useTapRules();
  const rate = useTapRewards().data?.rate;
  const point =
    rate === undefined ? (
      <Skeleton className="ml-auto w-20" />
    ) : rate === 0n ? (
      t("rewards.worth.pointClosed")
    ) : (
      <Amount value={rate} decimals={18} unit="QTI" />
    );
  const seconds = (milliseconds: number) =>
    formatAmount(BigInt(milliseconds), { decimals: 3, maximum: 1 }, t);
  return (
    <Section title={t("rewards.worth.title")} lead={t("rewards.worth.lead")}>
      <QueryPanel query={rules} lines={6}>
        {(terms) => (
          <>
            <Facts
              rows={[
                {
                  label: t("rewards.worth.tap"),
                  value: t("rewards.worth.tapValue", {
                    points: pointsWords(terms.tap.points, t),
                    most: formatAmount(worthOf(terms.combo.mostBps, terms), { decimals: 6, maximum: 2 }, t),
                  }),
                },
                { label: t("rewards.worth.point"), value: point },
                {
                  label: t("rewards.worth.cap"),
                  value:
                    rate === undefined || rate === 0n
                      ? pointsWords(terms.dailyCap, t)
                      : t("rewards.worth.capValue", {
                          points: pointsWords(terms.dailyCap, t),
                          qti: formatAmount(
                            pointsInQti(terms.dailyCap, rate),
                            { decimals: 18, maximum: 2 },
                            t,
                          ),
                        }),
                },
                {
                  label: t("rewards.worth.combo"),
                  value: t("rewards.worth.comboValue", {
                    percent: percentWords(terms.combo.stepBps, t),
                    seconds: seconds(terms.combo.gapMs),
                  }),
                },
                {
                  label: t("rewards.worth.streak"),
                  value: t("rewards.worth.streakValue", {
                    percent: percentWords(terms.streak.stepBps, t),
                    days: terms.streak.days,
                  }),
                },
                {
                  label: t("rewards.worth.most"),
                  value: t("rewards.worth.mostValue", { factor: factorWords(terms.combo.mostBps, t) }),
                },
                {
                  label: t("rewards.worth.energy"),
                  value: t("rewards.worth.energyValue", {
                    most: formatAmount(BigInt(terms.energy.most), { decimals: 0 }, t),
                    seconds: seconds(terms.energy.regenerationMs),
                  }),
                },
              ]}
            />
            <p className="mt-4 text-muted text-sm">{t("rewards.worth.oneEach")}</p>
          </>
        )}
      </QueryPanel>
    </Section>
  );
}
