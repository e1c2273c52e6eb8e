"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Section } from "@/components/shell/section";
import { BarChart } from "@/components/ui/bar-chart";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { formatAmount } from "@/lib/format/amount";
import { useTapDays } from "@/lib/query/rewards";

/** What an account claimed on each day. */
export function TapHistory({ account }: { account: Address }) {
  const t = useTranslations();
  const days = useTapDays(account);
  return (
    <Section title={t("rewards.history.title")}>
      <QueryPanel
        query={days}
        meanwhile={indexMeanwhile}
        lines={5}
        isEmpty={(rows) => rows.length === 0}
        empty={<Empty title={t("rewards.history.none")}>{t("rewards.history.noneText")}</Empty>}
      >
        {(rows) => (
          <BarChart
            days={rows}
            label={t("rewards.history.label")}
            valueHead={t("rewards.history.day")}
            format={(value) => formatAmount(BigInt(Math.round(value * 100)), { decimals: 2 }, t)}
          />
        )}
      </QueryPanel>
    </Section>
  );
}
