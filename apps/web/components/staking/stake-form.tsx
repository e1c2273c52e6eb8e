"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AmountInput } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { formatAmount, plainAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import type { StakeBefore } from "./flows";

/** One amount and one button: into the vault, or out of it. */
export function StakeForm({
  direction,
  before,
}: {
  direction: "in" | "out";
  before: StakeBefore | undefined;
}) {
  const t = useTranslations();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const transact = useTransact();

  const shortly = (amount: bigint) => formatAmount(amount, { decimals: 18, maximum: 4 }, t);
  const limit = before && (direction === "in" ? before.atHand : before.staked);
  const parsed = parseAmount(typed, 18, t);
  const problem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? t("words.amount.zero")
      : limit !== undefined && parsed.value > limit
        ? t(`staking.form.${direction}.tooMuch`, { amount: shortly(limit) })
        : undefined;
  // While typing only what is certainly wrong is said; what is merely missing waits for the button.
  const shown = tried || (typed !== "" && parsed.ok) ? problem : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!before || !parsed.ok || problem) return;
    const clear = () => {
      setTyped("");
      setTried(false);
    };
    const { stakeFlow, withdrawFlow } = await import("./flows");
    transact((direction === "in" ? stakeFlow : withdrawFlow)(parsed.value, before, clear, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field
        id={`stake-${direction}`}
        label={t(`staking.form.${direction}.label`)}
        required
        error={shown}
        aside={limit !== undefined && t(`staking.form.${direction}.limit`, { amount: shortly(limit) })}
      >
        {(control) => (
          <AmountInput
            {...control}
            unit="QTI"
            placeholder="0"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            action={
              <Button
                size="small"
                disabled={!limit}
                onClick={() => limit !== undefined && setTyped(plainAmount(limit, 18))}
              >
                {t("words.all")}
              </Button>
            }
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t(`staking.form.${direction}.review`)}
        </Button>
      </SignerGate>
    </form>
  );
}
