"use client";

import type { LeaderboardPeriod } from "@qti/sdk/rewards/taps";
import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { QueryPanel } from "@/components/ui/query-panel";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { useLeaderboard, useLeaderboardName } from "@/lib/query/taps";
import { LeaderboardMe } from "./leaderboard-me";
import { RewardsNav } from "./rewards-nav";

const periods = ["day", "week", "all"] as const;

/** Who taps most, of those who want it known? */
export function LeaderboardPage() {
  const t = useTranslations();
  return (
    <>
      <PageHead title={t("shell.pages.leaderboard")} lead={t("rewards.leaderboard.lead")} />
      <RewardsNav />
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="min-w-0">
          <Tabs
            label={t("rewards.leaderboard.periods.label")}
            initial="week"
            tabs={periods.map((period) => ({
              id: period,
              title: t(`rewards.leaderboard.periods.${period}`),
              content: <Places period={period} />,
            }))}
          />
        </div>
        <Section title={t("rewards.leaderboard.join")} className="self-start">
          <LeaderboardMe />
        </Section>
      </div>
    </>
  );
}

function Places({ period }: { period: LeaderboardPeriod }) {
  const t = useTranslations();
  const places = useLeaderboard(period);
  const me = useLeaderboardName();
  return (
    <QueryPanel
      query={places}
      lines={6}
      isEmpty={(rows) => rows.length === 0}
      empty={<Empty title={t("rewards.leaderboard.none")}>{t("rewards.leaderboard.noneText")}</Empty>}
    >
      {(rows) => (
        <Table caption={t("rewards.leaderboard.caption")}>
          <thead>
            <tr>
              <ColumnHead numeric className="w-16">
                {t("rewards.leaderboard.rank")}
              </ColumnHead>
              <ColumnHead>{t("rewards.leaderboard.name")}</ColumnHead>
              <ColumnHead numeric className="max-sm:hidden">
                {t("rewards.leaderboard.streak")}
              </ColumnHead>
              <ColumnHead numeric>{t("rewards.leaderboard.points")}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rank, name, points, streak }) => (
              <tr key={name}>
                <Cell numeric>{formatCount(rank, t)}</Cell>
                <Cell className="[overflow-wrap:anywhere]">
                  <span className="mr-2 font-medium">{name}</span>
                  {name === me.data && <Badge tone="accent">{t("rewards.leaderboard.you")}</Badge>}
                </Cell>
                <Cell numeric className="text-muted max-sm:hidden">
                  {formatCount(streak, t)}
                </Cell>
                <Cell numeric className="font-medium">
                  {formatAmount(points, { decimals: 6, maximum: 0 }, t)}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </QueryPanel>
  );
}
