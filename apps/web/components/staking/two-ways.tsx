"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";

/** The two ways to stake. */
export const ways = ["vault", "pool"] as const;
/** One of them. */
export type Way = (typeof ways)[number];

/** What differs between the two ways, row by row. */
export type WayRow = { row: "access" | "rewards" | "lately" | "leaving" | "yours" } & {
  [way in Way]: ReactNode;
};

/** On a phone the name of a row stands above its two cells, so that both ways stay side by side. */
const rowStyle =
  "grid grid-cols-2 gap-x-4 border-b border-b-rule py-3 sm:gap-x-8 md:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)]";

/** The two ways side by side, with what differs in plain words, and the choice between them. */
export function TwoWays({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly WayRow[];
  chosen: Way;
  onChoose: (way: Way) => void;
}) {
  const t = useTranslations();
  return (
    <table className="block w-full text-left">
      <caption className="sr-only">{t("staking.ways.table")}</caption>
      <thead className="block">
        <tr className={cn(rowStyle, "border-t border-t-ink pt-4")}>
          <th scope="col" className="hidden md:block">
            <span className="sr-only">{t("staking.ways.what")}</span>
          </th>
          {ways.map((way) => (
            <th key={way} scope="col" className="font-normal">
              <span className="block font-semibold text-lg">{t(`staking.ways.${way}.name`)}</span>
              <span className="mt-1 block text-muted">{t(`staking.ways.${way}.says`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block">
        {rows.map(({ row, ...cells }) => (
          <tr key={row} className={rowStyle}>
            <th scope="row" className="col-span-2 mb-1 font-normal text-muted text-sm md:col-span-1 md:mb-0">
              {t(`staking.ways.rows.${row}`)}
            </th>
            {ways.map((way) => (
              <td key={way} className="min-w-0 text-[0.9375rem] [overflow-wrap:anywhere]">
                {cells[way]}
              </td>
            ))}
          </tr>
        ))}
        <tr className={cn(rowStyle, "border-b-0 pb-0")}>
          <td className="hidden md:block" />
          {ways.map((way) => (
            <td key={way} className="min-w-0">
              <Button
                look={way === chosen ? "primary" : "secondary"}
                aria-pressed={way === chosen}
                onClick={() => onChoose(way)}
                className="w-full whitespace-normal sm:w-auto"
              >
                {way === chosen && <Check aria-hidden />}
                {t(`staking.ways.${way}.choose`)}
              </Button>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
