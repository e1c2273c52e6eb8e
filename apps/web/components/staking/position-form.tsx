"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { DueDay } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { type Lock, weightOf } from "@/lib/domain/pool";
import { formatAmount } from "@/lib/format/amount";
import { ExitCosts } from "./exit-costs";
import { LockChoice } from "./lock-choice";
import type { PoolBefore } from "./pool-flows";
import { shareWords } from "./pool-words";
import { QtiField, useQtiDraft } from "./qti-field";

/** Opens a position: how much, for how long, and what that means before anything is signed. */
export function PositionForm({
  locks,
  atHand,
  totalWeight,
  now,
  paused,
}: {
  locks: readonly Lock[];
  atHand: bigint | undefined;
  totalWeight: bigint;
  /** The chain's time; `undefined` while the server renders. */
  now: number | undefined;
  paused: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const draft = useQtiDraft(atHand, (amount) => t("staking.form.in.tooMuch", { amount }));
  // Ninety days: in the middle, so that both directions are seen.
  const [chosen, setChosen] = useState(2);
  const lock = locks.find(({ id }) => id === chosen) ?? locks[0];

  async function submit(event: FormEvent) {
    event.preventDefault();
    const amount = draft.submit();
    if (amount === undefined || atHand === undefined || !lock || now === undefined) return;
    const { openFlow } = await import("./pool-flows");
    const before: PoolBefore = { atHand, pool: { totalWeight }, now };
    transact(openFlow(amount, lock, before, draft.clear, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-6">
      <QtiField
        id="position-amount"
        label={t("staking.pool.amount")}
        limitWords={(amount) => t("staking.form.in.limit", { amount })}
        draft={draft}
      />
      <LockChoice locks={locks} chosen={lock?.id ?? 0} onChoose={setChosen} now={now} />
      {draft.amount !== undefined && lock && now !== undefined && (
        <PositionPreview amount={draft.amount} lock={lock} totalWeight={totalWeight} now={now} />
      )}
      <SignerGate>
        <Button
          type="submit"
          look="primary"
          size="large"
          className="w-full"
          disabled={paused || atHand === undefined || now === undefined}
        >
          {t("staking.pool.review")}
        </Button>
      </SignerGate>
    </form>
  );
}

/** What an amount under a lock would mean. */
function PositionPreview({
  amount,
  lock,
  totalWeight,
  now,
}: {
  amount: bigint;
  lock: Lock;
  totalWeight: bigint;
  now: number;
}) {
  const t = useTranslations();
  const weight = weightOf(amount, lock);
  return (
    <section aria-label={t("staking.pool.means")} className="grid gap-4 border-rule border-y py-3 text-sm">
      <Facts
        rows={[
          {
            label: t("staking.pool.freeFrom"),
            value: lock.duration === 0 ? t("staking.pool.always") : <DueDay at={now + lock.duration} />,
          },
          {
            label: t("staking.pool.weightOf"),
            value: formatAmount(weight, { decimals: 18, maximum: 4 }, t),
          },
          { label: t("staking.pool.share"), value: shareWords(weight, totalWeight + weight, t) },
        ]}
      />
      <p className="text-muted">{t("staking.pool.shareNote")}</p>
      {lock.penaltyBps > 0 && <ExitCosts amount={amount} lock={lock} now={now} />}
    </section>
  );
}
