"use client";

import { useTranslations } from "next-intl";
import { DueDay } from "@/components/ui/time";
import type { Lock } from "@/lib/domain/pool";
import { factorWords, lockName, penaltyPercent } from "./pool-words";

/** For how long to lock: what each choice weighs, when it ends and what leaving at once would cost. */
export function LockChoice({
  locks,
  chosen,
  onChoose,
  now,
}: {
  locks: readonly Lock[];
  chosen: number;
  onChoose: (id: number) => void;
  /** Unix seconds; `undefined` while the server renders. */
  now: number | undefined;
}) {
  const t = useTranslations();
  return (
    <fieldset className="grid grid-cols-1 gap-2">
      <legend className="mb-2 font-medium text-sm">{t("staking.pool.lock")}</legend>
      {locks.map((lock) => (
        <label
          key={lock.id}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-md border border-rule-strong bg-surface px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="lock"
            value={lock.id}
            checked={lock.id === chosen}
            onChange={() => onChoose(lock.id)}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{lockName(lock, t)}</span>
              <span>{t("staking.locks.weight", { factor: factorWords(lock.multiplierBps, t) })}</span>
            </span>
            <span className="block text-muted text-sm">
              {lock.duration === 0
                ? t("staking.pool.never")
                : now !== undefined &&
                  t.rich("staking.pool.until", {
                    day: () => <DueDay at={now + lock.duration} />,
                    percent: penaltyPercent(lock, t),
                  })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
