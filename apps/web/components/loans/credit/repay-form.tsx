"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AmountField, useAmountDraft } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { SignerGate } from "@/components/wallet/signer-gate";
import { afterPayment, type CreditReading, creditView, dueWithRoom } from "@/lib/domain/credit";
import { centsUp, dollarDecimals, dollarWords, payWords } from "@/lib/domain/dollars";
import { plainAmount } from "@/lib/format/amount";

/** Pays on the line: what is due, all of it, or any amount; and what that does to debt and limit before anything is signed. */
export function RepayForm({
  reading,
  atHand,
  now,
}: {
  reading: CreditReading;
  /** Dollars that the account has. Money units. */
  atHand: bigint | undefined;
  now: number;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const [all, setAll] = useState(false);
  const { owed } = creditView(reading, now);
  const due = dueWithRoom(reading, now);
  const whole = centsUp(owed);
  const isShort = atHand !== undefined && atHand < whole;
  const draft = useAmountDraft(dollarDecimals, isShort ? atHand : whole, (amount) =>
    t(isShort ? "credit.repay.tooMuch" : "credit.repay.aboveDebt", { amount: `$${amount}` }),
  );
  const typed = {
    ...draft,
    type: (text: string) => {
      setAll(false);
      draft.type(text);
    },
  };

  function clear() {
    setAll(false);
    draft.clear();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const amount = draft.submit();
    if (amount === undefined || atHand === undefined) return;
    const { repayFlow } = await import("./credit-flows");
    transact(repayFlow(all || amount >= owed ? "all" : amount, { reading, atHand, now }, clear, t));
  }

  if (owed === 0n) return <p className="text-muted">{t("credit.repay.none")}</p>;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-6">
      <div className="flex flex-wrap gap-2">
        {due > 0n && due < whole && (
          <Button size="small" onClick={() => typed.type(plainAmount(due, dollarDecimals))}>
            {t("credit.repay.due", { amount: payWords(due, t) })}
          </Button>
        )}
        <Button
          size="small"
          aria-pressed={all}
          onClick={() => {
            draft.type(plainAmount(whole, dollarDecimals));
            setAll(true);
          }}
        >
          {t("credit.repay.all", { amount: payWords(owed, t) })}
        </Button>
      </div>
      <AmountField
        id="repay-amount"
        label={t("credit.repay.label")}
        unit="USD"
        limitWords={() => t("credit.repay.limit", { amount: dollarWords(atHand ?? 0n, t) })}
        draft={typed}
      />
      {draft.amount !== undefined && (
        <RepayPreview reading={reading} amount={all ? owed : draft.amount} now={now} />
      )}
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full" disabled={atHand === undefined}>
          {t("credit.repay.review")}
        </Button>
      </SignerGate>
    </form>
  );
}

/** What a payment does: to interest first, to what is due, and to the limit. */
function RepayPreview({ reading, amount, now }: { reading: CreditReading; amount: bigint; now: number }) {
  const t = useTranslations();
  const { isOpen, due: before } = creditView(reading, now);
  const { interest, principal, met, due, line } = afterPayment(reading, amount, now);
  const left = line.principal + line.interest;
  return (
    <section aria-label={t("credit.repay.means")} className="grid gap-2 border-rule border-y py-3 text-sm">
      <Facts
        rows={[
          { label: t("credit.repay.interest"), value: dollarWords(interest, t) },
          { label: t("credit.repay.principal"), value: dollarWords(principal, t) },
          { label: t("credit.repay.owedAfter"), value: payWords(left, t) },
          ...(before > 0n ? [{ label: t("credit.repay.dueAfter"), value: payWords(due, t) }] : []),
          ...(met || line.limit !== reading.line.limit
            ? [
                {
                  label: t("credit.repay.limitAfter"),
                  value: (
                    <span className={line.limit < reading.line.limit ? "text-loss" : undefined}>
                      {dollarWords(line.limit, t)}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p className="text-muted">
        {met
          ? t("credit.repay.met")
          : isOpen
            ? t("credit.repay.notMet", { due: payWords(due, t) })
            : left === 0n
              ? t("credit.repay.settlesEarly")
              : t("credit.repay.early")}
      </p>
    </section>
  );
}
