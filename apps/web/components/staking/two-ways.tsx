"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChooseButton } from "@/components/ui/choose-button";
import { SideBySide } from "@/components/ui/side-by-side";

/** The two ways to stake. */
export const ways = ["vault", "pool"] as const;
/** One of them. */
export type Way = (typeof ways)[number];

/** What differs between the two ways, row by row. */
export type WayRow = { row: "access" | "rewards" | "lately" | "leaving" | "yours" } & {
  [way in Way]: ReactNode;
};

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
  const column = (way: Way) => ({
    id: way,
    name: t(`staking.ways.${way}.name`),
    says: t(`staking.ways.${way}.says`),
    action: (
      <ChooseButton chosen={way === chosen} onChoose={() => onChoose(way)}>
        {t(`staking.ways.${way}.choose`)}
      </ChooseButton>
    ),
  });
  return (
    <SideBySide
      caption={t("staking.ways.table")}
      what={t("staking.ways.what")}
      columns={[column("vault"), column("pool")]}
      rows={rows.map(({ row, ...cells }) => ({ label: t(`staking.ways.rows.${row}`), cells }))}
    />
  );
}
