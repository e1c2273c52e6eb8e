"use client";

import { useTranslations } from "next-intl";
import { DueDay } from "@/components/ui/time";
import { exitCosts, type Lock } from "@/lib/domain/pool";
import { qtiWords } from "./pool-words";

/** What leaving early would cost at three moments of a lock that begins now. */
export function ExitCosts({ amount, lock, now }: { amount: bigint; lock: Lock; now: number }) {
  const t = useTranslations();
  const { atOnce, halfWay, free } = exitCosts(amount, lock, now);
  const cost = (penalty: bigint) =>
    penalty === 0n ? t("staking.pool.nothing") : t("staking.pool.stays", { amount: qtiWords(penalty, t) });
  return (
    <div>
      <h3 className="mb-1 font-medium">{t("staking.pool.leave")}</h3>
      <dl className="grid gap-1">
        <Cost when={t("staking.pool.atOnce")} cost={cost(atOnce.penalty)} />
        <Cost
          when={t.rich("staking.pool.halfWay", { day: () => <DueDay at={halfWay.at} /> })}
          cost={cost(halfWay.penalty)}
        />
        <Cost
          when={t.rich("staking.pool.fromDay", { day: () => <DueDay at={free.at} /> })}
          cost={cost(free.penalty)}
        />
      </dl>
    </div>
  );
}

function Cost({ when, cost }: { when: React.ReactNode; cost: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-muted">{when}</dt>
      <dd className="text-right">{cost}</dd>
    </div>
  );
}
