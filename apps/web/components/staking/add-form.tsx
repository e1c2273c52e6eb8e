"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DueDay } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import type { PoolPosition } from "@/lib/domain/position";
import type { PoolBefore } from "./pool-flows";
import { QtiField, useQtiDraft } from "./qti-field";

/** Adds to a position, and says first that its lock begins anew. */
export function AddForm({
  position,
  before,
  onDone,
}: {
  position: PoolPosition;
  before: PoolBefore;
  onDone: () => void;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const { positionId, lock, unlock } = position;
  const { atHand, now } = before;
  const draft = useQtiDraft(atHand, (amount) => t("staking.form.in.tooMuch", { amount }));
  const day = () => <DueDay at={now + lock.duration} />;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const amount = draft.submit();
    if (amount === undefined) return;
    const { addFlow } = await import("./pool-flows");
    transact(addFlow(amount, position, before, onDone, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid max-w-md grid-cols-1 gap-4">
      <QtiField
        id={`add-${positionId}`}
        label={t("staking.add.label")}
        limitWords={(amount) => t("staking.form.in.limit", { amount })}
        draft={draft}
      />
      {lock.duration > 0 && (
        <Callout tone="warning">
          {unlock > now
            ? t.rich("staking.add.anew", { day, before: () => <DueDay at={unlock} /> })
            : t.rich("staking.add.anewLater", { day })}
        </Callout>
      )}
      <SignerGate>
        <Button type="submit" look="primary">
          {t("staking.add.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
