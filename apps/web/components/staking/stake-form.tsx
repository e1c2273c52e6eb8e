"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { SignerGate } from "@/components/wallet/signer-gate";
import type { StakeBefore } from "./flows";
import { QtiField, useQtiDraft } from "./qti-field";

/** One amount and one button: into the vault, or out of it. */
export function StakeForm({
  direction,
  before,
  paused = false,
}: {
  direction: "in" | "out";
  before: StakeBefore | undefined;
  paused?: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const draft = useQtiDraft(before && (direction === "in" ? before.atHand : before.staked), (amount) =>
    t(`staking.form.${direction}.tooMuch`, { amount }),
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    const amount = draft.submit();
    if (!before || amount === undefined) return;
    const { stakeFlow, withdrawFlow } = await import("./flows");
    transact((direction === "in" ? stakeFlow : withdrawFlow)(amount, before, draft.clear, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <QtiField
        id={`stake-${direction}`}
        label={t(`staking.form.${direction}.label`)}
        limitWords={(amount) => t(`staking.form.${direction}.limit`, { amount })}
        draft={draft}
      />
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full" disabled={paused || !before}>
          {t(`staking.form.${direction}.review`)}
        </Button>
      </SignerGate>
    </form>
  );
}
