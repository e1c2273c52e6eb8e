"use client";

import type { Quota } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { Time } from "@/components/ui/time";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { useRewardLimits } from "@/lib/query/operator";

const kinds = [
  { name: "campaigns", decimals: 18, unit: "qti" },
  { name: "store", decimals: 18, unit: "qti" },
  { name: "taps", decimals: 6, unit: "points" },
  { name: "referrals", decimals: 6, unit: "points" },
] as const;

/** How much of what may be given out in the running periods is given out. */
export function RewardLimits() {
  const t = useTranslations();
  const limits = useRewardLimits();
  const problem = useErrorText(limits.error);
  if (problem && !limits.data)
    return <Problem text={problem} onRetry={limits.refetch} busy={limits.isFetching} />;
  return (
    <div className="mb-12">
      <Figures>
        {kinds.map(({ name, ...kind }) => (
          <Limit
            key={name}
            label={t(`operator.limits.${name}`)}
            quota={limits.data?.[name]}
            {...kind}
            ready={limits.data !== undefined}
          />
        ))}
      </Figures>
    </div>
  );
}

function Limit({
  label,
  quota,
  ready,
  decimals,
  unit,
}: {
  label: string;
  quota: Quota | undefined;
  ready: boolean;
  decimals: number;
  unit: "qti" | "points";
}) {
  const t = useTranslations();
  const words = (value: bigint) => formatAmount(value, { decimals, maximum: 2 }, t);
  if (!ready) return <Figure label={label} value={undefined} />;
  if (!quota || quota.limit === 0n)
    return <Figure label={label} value={null} note={t("operator.limits.closed")} />;
  return (
    <Figure
      label={label}
      value={words(quota.used)}
      note={t.rich(`operator.limits.note.${unit}`, {
        limit: words(quota.limit),
        time: () => <Time at={quota.resetsAt} />,
      })}
    />
  );
}
