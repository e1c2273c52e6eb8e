"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Figure, Figures } from "@/components/ui/figure";
import { DueDay } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { earnedNow, type PoolReading, type PositionState, penaltyAt, positionState } from "@/lib/domain/pool";
import type { PoolPosition } from "@/lib/domain/position";
import { formatAmount } from "@/lib/format/amount";
import { AddForm } from "./add-form";
import { factorWords, lockName, qtiWords, shareWords } from "./pool-words";
import { PositionTimeline } from "./position-timeline";
import { WithdrawForm } from "./withdraw-form";

const tones: { readonly [state in PositionState]: "accent" | "warn" | "gain" | "plain" } = {
  locked: "accent",
  over: "warn",
  free: "gain",
  empty: "plain",
};

/** One position: what is in it, what it earned until this second, what happened to it, and what can be done with it. */
export function PositionRow({
  position,
  pool,
  atHand,
  now,
  paused,
}: {
  position: PoolPosition;
  /** The pool at the block at which the position was read. */
  pool: PoolReading;
  atHand: bigint;
  /** The chain's time. */
  now: number;
  paused: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const headingId = useId();
  const [open, setOpen] = useState<"add" | "withdraw">();
  const { positionId, amount, weight, lock, unlock, claimed, moves } = position;
  const id = `${positionId}`;
  const state = positionState(position, now);
  const earned = earnedNow(position, pool, now);
  // A small sum is seen to grow by its last digits; a large one needs the room.
  const digits = earned < 1_000n * 10n ** 18n ? 6 : 2;
  const leaving = penaltyAt(amount, lock, unlock, now);
  const before = { atHand, pool, now };
  const close = () => setOpen(undefined);
  const nameOf = (action: string) => t("staking.positions.actionOf", { action, id });

  async function claim() {
    const { claimFlow } = await import("./pool-flows");
    transact(claimFlow(earned, position, before, t));
  }

  async function poke() {
    const { pokeFlow } = await import("./pool-flows");
    transact(pokeFlow(position, before, t));
  }

  const toggle = (form: "add" | "withdraw", words: string) => (
    <Button
      size="small"
      aria-expanded={open === form}
      aria-label={nameOf(words)}
      onClick={() => setOpen(open === form ? undefined : form)}
    >
      {words}
    </Button>
  );

  return (
    <li aria-labelledby={headingId} className="grid grid-cols-1 gap-6 border-rule border-b py-6 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 id={headingId} className="font-semibold">
          {titleOf()}
          <span className="ml-3 font-normal text-muted text-sm">{t("staking.positions.name", { id })}</span>
        </h3>
        <Badge tone={tones[state]}>{t(`staking.positions.states.${state}`)}</Badge>
      </div>
      <Figures columns={3}>
        <Figure
          label={t("staking.positions.earned")}
          value={<Amount value={earned} decimals={18} unit="QTI" maximum={digits} minimum={digits} />}
          note={claimed > 0n && t("staking.positions.claimed", { amount: qtiWords(claimed, t) })}
        />
        {amount > 0n && (
          <Figure
            label={t("staking.positions.share")}
            value={shareWords(weight, pool.totalWeight, t)}
            note={t("staking.positions.weight", {
              weight: formatAmount(weight, { decimals: 18, maximum: 2 }, t),
            })}
          />
        )}
        {amount > 0n && lock.duration > 0 && (
          <Figure
            label={t("staking.positions.freeFrom")}
            value={<DueDay at={unlock} />}
            note={
              leaving > 0n
                ? t("staking.positions.leavingNow", { amount: qtiWords(leaving, t) })
                : t("staking.positions.leavingFree")
            }
          />
        )}
      </Figures>
      <PositionTimeline position={position} moves={moves} now={now} />
      {state === "over" && (
        <Callout>{t("staking.positions.overText", { factor: factorWords(lock.multiplierBps, t) })}</Callout>
      )}
      <SignerGate>
        <div className="flex flex-wrap gap-2">
          {earned > 0n && (
            <Button
              size="small"
              look="primary"
              aria-label={nameOf(t("staking.positions.claim"))}
              onClick={() => void claim()}
            >
              {t("staking.positions.claim")}
            </Button>
          )}
          {amount > 0n && !paused && toggle("add", t("staking.positions.add"))}
          {amount > 0n && toggle("withdraw", t("staking.positions.withdraw"))}
          {state === "over" && (
            <Button size="small" aria-label={nameOf(t("staking.positions.poke"))} onClick={() => void poke()}>
              {t("staking.positions.poke")}
            </Button>
          )}
        </div>
      </SignerGate>
      {open === "add" && !paused && <AddForm position={position} before={before} onDone={close} />}
      {open === "withdraw" && <WithdrawForm position={position} atHand={atHand} now={now} onDone={close} />}
    </li>
  );

  function titleOf(): ReactNode {
    if (amount === 0n) return t("staking.positions.emptied");
    return lock.duration === 0
      ? t("staking.positions.wordsFree", { amount: qtiWords(amount, t) })
      : t("staking.positions.words", { amount: qtiWords(amount, t), lock: lockName(lock, t) });
  }
}
