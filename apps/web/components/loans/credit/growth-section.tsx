"use client";

import { creditSchedule } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { DueDay } from "@/components/ui/time";
import { type CreditReading, growthAhead } from "@/lib/domain/credit";
import { dollarWords, payWords } from "@/lib/domain/dollars";

/** What paying in time brings, and how the debt is paid back statement by statement. */
export function GrowthSection({ reading, now }: { reading: CreditReading; now: number }) {
  const t = useTranslations();
  const { line, terms, start, cap } = reading;
  const growth = growthAhead(reading, now);
  const rows = creditSchedule(line, terms, start, now, { cap });
  return (
    <Section title={t("credit.growth.title")}>
      <p className="max-w-prose">
        {line.cycle === 0
          ? t("credit.growth.none")
          : growth === undefined
            ? t("credit.growth.lost")
            : growth.to > growth.from
              ? t("credit.growth.grows", { from: dollarWords(growth.from, t), to: dollarWords(growth.to, t) })
              : t("credit.growth.stays")}
      </p>
      <p className="mt-2 max-w-prose text-muted text-sm">{t("credit.growth.how")}</p>
      {rows.length > 0 && (
        <details className="mt-4">
          <summary className="disclosure">{t("credit.growth.schedule")}</summary>
          <p className="mt-2 max-w-prose text-muted text-sm">{t("credit.growth.scheduleLead")}</p>
          <Table caption={t("credit.growth.schedule")} className="mt-2 max-h-96 overflow-y-auto">
            <thead>
              <tr>
                <ColumnHead>{t("credit.growth.statement")}</ColumnHead>
                <ColumnHead numeric>{t("credit.growth.pay")}</ColumnHead>
                <ColumnHead numeric>{t("credit.growth.interest")}</ColumnHead>
                <ColumnHead numeric>{t("credit.growth.left")}</ColumnHead>
                <ColumnHead numeric>{t("credit.growth.limit")}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.cycle}>
                  <Cell>
                    <DueDay at={row.paidAt} />
                  </Cell>
                  <Cell numeric>{payWords(row.paid, t)}</Cell>
                  <Cell numeric>{dollarWords(row.interest, t)}</Cell>
                  <Cell numeric>{dollarWords(row.left, t)}</Cell>
                  <Cell numeric>{dollarWords(row.limit, t)}</Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </details>
      )}
    </Section>
  );
}
