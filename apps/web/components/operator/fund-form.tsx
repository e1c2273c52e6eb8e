"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AmountInput } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { formatAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { exactTime } from "@/lib/format/time";
import type { CampaignNow } from "@/lib/query/campaigns";
import { useRewardLimits } from "@/lib/query/operator";

/** Puts QTI of the treasury into a campaign, within what campaigns may take in the running period. */
export function FundForm({
  campaign,
  onOpened,
}: {
  campaign: CampaignNow & { name: string };
  onOpened: () => void;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const budget = useRewardLimits().data?.campaigns;
  const qti = (value: bigint) => `${formatAmount(value, { decimals: 18, maximum: 4 }, t)} QTI`;
  const parsed = parseAmount(typed, 18, t);
  const problem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? t("words.amount.zero")
      : budget && parsed.value > budget.left
        ? t("operator.fund.tooMuch", { left: qti(budget.left), time: exactTime(budget.resetsAt, t) })
        : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!parsed.ok || problem) return;
    const { fundCampaignFlow } = await import("./operator-flows");
    transact(fundCampaignFlow(campaign, { amount: parsed.value, budget }, t));
    onOpened();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <p className="text-muted">{t("operator.fund.text")}</p>
      <Field
        id="fund-amount"
        label={t("operator.fund.label")}
        required
        error={tried || (typed !== "" && parsed.ok) ? problem : undefined}
        aside={budget && t("operator.fund.left", { amount: qti(budget.left) })}
      >
        {(control) => (
          <AmountInput
            {...control}
            unit="QTI"
            placeholder="0"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t("desks.form.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
