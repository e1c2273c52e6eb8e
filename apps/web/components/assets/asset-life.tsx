"use client";

import type { AssetState } from "@qti/sdk";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Day } from "@/components/ui/time";
import { cn } from "@/lib/cn";
import { useTransactions } from "@/lib/query/graph";

const stations = [
  { state: "draft", kind: "ASSET_TOKENIZED" },
  { state: "active", kind: "ASSET_ACTIVATED" },
  { state: "matured", kind: "ASSET_MATURED" },
  { state: "retired", kind: "ASSET_RETIRED" },
] as const satisfies readonly { state: AssetState; kind: string }[];

const kinds = stations.map(({ kind }) => kind);

/** The way of an asset from its draft to its end, and where it is on it. It only moves forward. */
export function AssetLife({ asset, state }: { asset: Address; state: AssetState }) {
  const t = useTranslations();
  const steps = useTransactions({ asset, kinds }, 10);
  const at = stations.findIndex((station) => station.state === state);
  return (
    <ol className="grid gap-y-4 sm:grid-cols-4 sm:gap-x-4" aria-label={t("assets.life.label")}>
      {stations.map(({ state: station, kind }, index) => {
        const when = steps.data?.find((row) => row.kind === kind)?.timestamp;
        const reached = index <= at;
        return (
          <li
            key={station}
            aria-current={index === at ? "step" : undefined}
            className={cn(
              "border-l-2 pl-4 sm:border-t-2 sm:border-l-0 sm:pt-3 sm:pl-0",
              reached ? "border-accent" : "border-rule",
            )}
          >
            <p className={cn("flex items-center gap-2", reached ? "font-medium" : "text-muted")}>
              {t(`assets.life.${station}.title`)}
              {index < at && <Check aria-label={t("assets.life.done")} className="size-4 text-accent" />}
            </p>
            <p className="text-muted text-sm">
              {reached && when !== undefined ? <Day at={Number(when)} /> : t(`assets.life.${station}.what`)}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
