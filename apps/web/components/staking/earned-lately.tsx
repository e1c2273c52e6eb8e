"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import type { Growth } from "@/lib/domain/lately";
import { type Lock, rewardScale } from "@/lib/domain/pool";
import { formatAmount, formatShare } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import type { LatelyReading } from "@/lib/query/pool";
import { lockDays } from "./pool-words";

const day = 86_400;
const hour = 3_600;

function spanOf({ from, to }: Growth): { unit: "days" | "hours"; count: number } {
  const seconds = to.at - from.at;
  return seconds >= day
    ? { unit: "days", count: Math.floor(seconds / day) }
    : { unit: "hours", count: Math.floor(seconds / hour) };
}

/** QTI that one unit of weight earned, in QTI units. */
const perUnit = (rewardPerWeight: bigint) => (rewardPerWeight * 10n ** 18n) / rewardScale;

/** What one QTI earned in the vault, in percent, with the span that was looked at. */
export function VaultLately({ reading }: { reading: LatelyReading }) {
  const t = useTranslations();
  return (
    <Lately reading={reading}>
      {(growth) => {
        const { unit, count } = spanOf(growth);
        const { from, to } = growth;
        return t(`staking.lately.vault.${unit}`, {
          percent: formatShare(to.value - from.value, from.value, 2, t),
          count,
        });
      }}
    </Lately>
  );
}

/** What one QTI earned in the pool, from no lock to the longest, in percent, with the span. */
export function PoolLately({ reading, locks }: { reading: LatelyReading; locks: readonly Lock[] }) {
  const t = useTranslations();
  return (
    <Lately reading={reading}>
      {({ from, to }) => {
        const { unit, count } = spanOf({ from, to });
        const longest = longestOf(locks);
        return t(`staking.lately.pool.${unit}`, {
          low: percentOf(to.value - from.value, 10_000, t),
          high: percentOf(to.value - from.value, longest?.multiplierBps ?? 10_000, t),
          longest: `${longest ? lockDays(longest) : 0}`,
          count,
        });
      }}
    </Lately>
  );
}

function longestOf(locks: readonly Lock[]): Lock | undefined {
  return locks.reduce<Lock | undefined>(
    (longest, lock) => (longest && longest.duration >= lock.duration ? longest : lock),
    undefined,
  );
}

/** What a growth of the reward of one unit of weight is of one QTI under a multiplier. */
function percentOf(grown: bigint, multiplierBps: number, t: Translator): string {
  return formatShare(grown * BigInt(multiplierBps), rewardScale * 10_000n, 2, t);
}

function Lately({
  reading: { growth, failed },
  children,
}: {
  reading: LatelyReading;
  children: (growth: Growth) => string;
}) {
  const t = useTranslations();
  if (growth) return <span className="font-medium">{children(growth)}</span>;
  if (growth === null) return <span className="text-muted">{t("staking.lately.none")}</span>;
  if (failed) return <span className="text-muted">{t("staking.lately.missing")}</span>;
  return <Skeleton className="w-32" />;
}

/** From which figures the percentages come, and what they do not say. */
export function HowComputed({ vault, pool }: { vault: LatelyReading; pool: LatelyReading }) {
  const t = useTranslations();
  const figure = (value: bigint) => formatAmount(value, { decimals: 18, maximum: 6 }, t);
  if (!vault.growth && !pool.growth) return null;
  return (
    <details>
      <summary className="disclosure">{t("staking.lately.how")}</summary>
      <div className="mt-2 grid max-w-prose gap-2">
        {vault.growth && (
          <p>
            {t.rich("staking.lately.vaultHow", {
              before: figure(vault.growth.from.value),
              after: figure(vault.growth.to.value),
              time: () => <Time at={vault.growth?.from.at ?? 0} />,
            })}
          </p>
        )}
        {pool.growth && (
          <p>
            {t.rich("staking.lately.poolHow", {
              before: figure(perUnit(pool.growth.from.value)),
              after: figure(perUnit(pool.growth.to.value)),
              time: () => <Time at={pool.growth?.from.at ?? 0} />,
            })}
          </p>
        )}
      </div>
    </details>
  );
}
