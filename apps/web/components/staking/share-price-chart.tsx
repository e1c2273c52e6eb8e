"use client";

import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { LineChart } from "@/components/ui/line-chart";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { useVaultNow } from "@/lib/query/chain";
import { useVaultHistory } from "@/lib/query/graph";
import { useNow } from "@/lib/use-now";

/** Enough for a line on a screen; amounts that people sign are never made from it. */
function toNumber(wad: bigint): number {
  return Number(wad / 10n ** 9n) / 1e9;
}

/** How the price of the vault's share grew, up to this moment. */
export function SharePriceChart() {
  const t = useTranslations();
  const history = useVaultHistory();
  const vault = useVaultNow();
  const now = useNow(1);
  return (
    <QueryPanel
      query={history}
      meanwhile={indexMeanwhile}
      lines={6}
      isEmpty={(points) => points.length < 2}
      empty={<Empty title={t("staking.chart.none")}>{t("staking.chart.noneText")}</Empty>}
    >
      {(points) => {
        const line = points.map(({ timestamp, sharePriceClose }) => ({
          at: Number(timestamp),
          value: toNumber(sharePriceClose),
        }));
        const last = line.at(-1);
        if (vault.data && now !== undefined && last && now > last.at)
          line.push({ at: now, value: toNumber(vault.data.sharePrice) });
        return (
          <LineChart
            points={line}
            label={t("staking.chart.label")}
            valueHead={t("staking.chart.label")}
            format={(value) => value.toFixed(4)}
          />
        );
      }}
    </QueryPanel>
  );
}
