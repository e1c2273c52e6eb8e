"use client";

import type { CreditPool } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { LineChart } from "@/components/ui/line-chart";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { useChainNow } from "@/lib/query/chain-time";
import { useCreditPools } from "@/lib/query/credit";
import { usePoolHistory } from "@/lib/query/credit-index";

/** Enough for a line on a screen; amounts that people sign are never made from it. */
const toNumber = (price: bigint) => Number(price) / 1e6;

/** What a share of a pool was worth, day by day, up to now. */
export function PoolPriceChart({ pool }: { pool: CreditPool }) {
  const t = useTranslations();
  const history = usePoolHistory(pool);
  const price = useCreditPools().data?.[pool].sharePrice;
  const now = useChainNow(60);
  return (
    <QueryPanel
      query={history}
      meanwhile={indexMeanwhile}
      lines={6}
      isEmpty={(points) => points.length < 2}
      empty={<Empty title={t("lend.history.none")}>{t("lend.history.noneText")}</Empty>}
    >
      {(points) => {
        const line = points.map(({ at, close }) => ({ at, value: toNumber(close) }));
        const last = line.at(-1);
        if (price !== undefined && now !== undefined && last && now > last.at)
          line.push({ at: now, value: toNumber(price) });
        return (
          <LineChart
            points={line}
            label={t(`lend.history.label.${pool}`)}
            valueHead={t(`lend.history.label.${pool}`)}
            format={(value) => `$${value.toFixed(4)}`}
          />
        );
      }}
    </QueryPanel>
  );
}
