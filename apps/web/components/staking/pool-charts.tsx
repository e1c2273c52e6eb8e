"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Empty } from "@/components/ui/empty";
import { LineChart } from "@/components/ui/line-chart";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { rewardScale } from "@/lib/domain/pool";
import { formatCount } from "@/lib/format/amount";
import type { ChartPoint } from "@/lib/format/chart";
import { type PoolNow, usePoolHistory } from "@/lib/query/pool";

/** Enough for a line on a screen; amounts that people sign are never made from it. */
const qti = (units: bigint) => Number(units / 10n ** 9n) / 1e9;

/** How the pool developed, up to this moment: what one QTI earned in it, and how much is staked. */
export function PoolCharts({ pool, now }: { pool: PoolNow | undefined; now: number | undefined }) {
  const t = useTranslations();
  return (
    <>
      <Section title={t("staking.pool.perQtiHistory")}>
        <PoolLine
          label={t("staking.pool.perQtiLabel")}
          read={({ rewardPerWeight }) => qti((rewardPerWeight * 10n ** 18n) / rewardScale)}
          format={(value) => value.toFixed(4)}
          pool={pool}
          now={now}
        />
      </Section>
      <Section title={t("staking.pool.stakedHistory")}>
        <PoolLine
          label={t("staking.pool.stakedLabel")}
          read={({ totalStaked }) => qti(totalStaked)}
          format={(value) => formatCount(Math.round(value), t)}
          pool={pool}
          now={now}
        />
      </Section>
    </>
  );
}

function PoolLine({
  label,
  read,
  format,
  pool,
  now,
}: {
  label: string;
  read: (point: { rewardPerWeight: bigint; totalStaked: bigint }) => number;
  format: (value: number) => string;
  pool: PoolNow | undefined;
  now: number | undefined;
}) {
  const t = useTranslations();
  const history = usePoolHistory();
  return (
    <QueryPanel
      query={history}
      meanwhile={indexMeanwhile}
      lines={6}
      isEmpty={(points) => points.length < 2}
      empty={<Empty title={t("staking.chart.none")}>{t("staking.pool.noneText")}</Empty>}
    >
      {(points) => {
        const line: ChartPoint[] = points.map(({ timestamp, rewardPerWeightClose, totalStaked }) => ({
          at: Number(timestamp),
          value: read({ rewardPerWeight: rewardPerWeightClose, totalStaked }),
        }));
        const last = line.at(-1);
        if (pool && now !== undefined && last && now > last.at) line.push({ at: now, value: read(pool) });
        return <LineChart points={line} label={label} valueHead={label} format={format} />;
      }}
    </QueryPanel>
  );
}
