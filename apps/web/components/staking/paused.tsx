"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { DueDay } from "@/components/ui/time";

/** Says that nothing can be put in for now, and that everything can be taken out. */
export function Paused({ until }: { until: number }) {
  const t = useTranslations();
  return (
    <Callout tone="warning" title={t("staking.paused.title")} className="mb-8">
      {t.rich("staking.paused.text", { day: () => <DueDay at={until} /> })}
    </Callout>
  );
}
