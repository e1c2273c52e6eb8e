"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { type Fact, Facts } from "@/components/ui/facts";
import { Checkbox } from "@/components/ui/input";
import { DueDay } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { halfPenaltyAt, penaltyAt } from "@/lib/domain/pool";
import type { PoolPosition } from "@/lib/domain/position";
import { qtiWords } from "./pool-words";
import { QtiField, useQtiDraft } from "./qti-field";

/** Takes QTI out of a position. Before the unlock it says what stays behind now and later, and asks whether that is wanted. */
export function WithdrawForm({
  position,
  atHand,
  now,
  onDone,
}: {
  position: PoolPosition;
  atHand: bigint;
  now: number;
  onDone: () => void;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const { positionId, lock, unlock } = position;
  const draft = useQtiDraft(position.amount, (amount) => t("staking.leave.tooMuch", { amount }));
  const [confirmed, setConfirmed] = useState(false);
  const [tried, setTried] = useState(false);
  const penalty = draft.amount === undefined ? 0n : penaltyAt(draft.amount, lock, unlock, now);
  const isUnconfirmed = penalty > 0n && !confirmed;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const amount = draft.submit();
    if (amount === undefined || isUnconfirmed) return;
    const { withdrawPositionFlow } = await import("./pool-flows");
    transact(withdrawPositionFlow(amount, position, { atHand, now }, onDone, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid max-w-md grid-cols-1 gap-4">
      <QtiField
        id={`withdraw-${positionId}`}
        label={t("staking.leave.label")}
        limitWords={(amount) => t("staking.leave.limit", { amount })}
        draft={draft}
      />
      {draft.amount !== undefined && (
        <>
          <Facts rows={exitFacts(draft.amount, penalty)} className="text-sm" />
          {penalty > 0n && (
            <div>
              <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
                {t("staking.leave.confirm", { amount: qtiWords(penalty, t) })}
              </Checkbox>
              {tried && isUnconfirmed && (
                <Callout live tone="problem">
                  {t("staking.leave.unconfirmed")}
                </Callout>
              )}
            </div>
          )}
        </>
      )}
      <p className="text-muted text-sm">{t("staking.leave.apart")}</p>
      <SignerGate>
        <Button type="submit" look={penalty > 0n ? "danger" : "primary"}>
          {t("staking.leave.review")}
        </Button>
      </SignerGate>
    </form>
  );

  function exitFacts(amount: bigint, stays: bigint): Fact[] {
    const receive = { label: t("staking.leave.receive"), value: qtiWords(amount - stays, t) };
    if (stays === 0n) return [receive];
    return [
      receive,
      {
        label: t("staking.leave.stays"),
        value: <span className="font-medium text-loss">{qtiWords(stays, t)}</span>,
      },
      { label: t("staking.leave.half"), value: <DueDay at={halfPenaltyAt(unlock, now)} /> },
      { label: t("staking.leave.free"), value: <DueDay at={unlock} /> },
    ];
  }
}
