"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Money } from "@/components/ui/amount";
import { Empty } from "@/components/ui/empty";
import { Facts } from "@/components/ui/facts";
import { LineChart } from "@/components/ui/line-chart";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { shortDollars } from "@/lib/format/chart";
import { longDay } from "@/lib/format/time";
import { useIndexedAsset } from "@/lib/query/graph";
import { useNow } from "@/lib/use-now";

/** What the issuer stated that the asset is worth, over time. */
export function AssetValuations({ asset }: { asset: Address }) {
  const t = useTranslations();
  const indexed = useIndexedAsset(asset);
  const now = useNow();
  return (
    <QueryPanel
      query={indexed}
      meanwhile={indexMeanwhile}
      lines={5}
      isEmpty={(found) => !found || found.valuations.length === 0}
      empty={<Empty title={t("assets.valuations.none")} />}
    >
      {(found) => {
        const stated = [...(found?.valuations ?? [])].reverse();
        const last = stated.at(-1);
        if (stated.length < 2)
          return (
            <Facts
              rows={stated.map(({ valuation, timestamp }) => ({
                label: t("assets.valuations.statedOn", { day: longDay(Number(timestamp), t) }),
                value: <Money value={valuation} maximum={0} />,
              }))}
            />
          );
        // A value holds until the next one is stated: the line goes in steps, and on to this moment.
        const points = stated.flatMap(({ valuation, timestamp }, index) => {
          const point = { at: Number(timestamp), value: toNumber(valuation) };
          const before = stated[index - 1];
          return before ? [{ at: point.at - 1, value: toNumber(before.valuation) }, point] : [point];
        });
        if (last && now !== undefined) points.push({ at: now, value: toNumber(last.valuation) });
        return (
          <LineChart
            points={points}
            label={t("assets.figures.value")}
            valueHead={t("assets.valuations.head")}
            format={shortDollars}
            figures={stated.map(({ valuation, timestamp }) => ({
              at: Number(timestamp),
              value: toNumber(valuation),
            }))}
          />
        );
      }}
    </QueryPanel>
  );
}

/** Whole dollars: enough for a line on a screen. */
function toNumber(valuation: bigint): number {
  return Number(valuation / 1_000_000n);
}
