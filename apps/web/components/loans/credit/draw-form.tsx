"use client";

import { creditSchedule } from "@qti/sdk";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AmountField, useAmountDraft } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Facts } from "@/components/ui/facts";
import { DueDay } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { afterDraw, type CreditReading, creditView, type Drawable } from "@/lib/domain/credit";
import { dollarDecimals, dollarWords, payWords } from "@/lib/domain/dollars";

/** Draws on the line: how much, and what that means before anything is signed. */
export function DrawForm({
  reading,
  room,
  atHand,
  now,
  paused,
}: {
  reading: CreditReading;
  room: Drawable;
  /** Dollars that the account has. Money units. */
  atHand: bigint | undefined;
  now: number;
  paused: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const draft = useAmountDraft(dollarDecimals, room.most, (amount) =>
    t("credit.draw.tooMuch", { amount: `$${amount}` }),
  );
  const { isOpen } = creditView(reading, now);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const amount = draft.submit();
    if (amount === undefined || atHand === undefined) return;
    const { drawFlow } = await import("./credit-flows");
    transact(drawFlow(amount, { reading, atHand, now }, draft.clear, t));
  }

  if (isOpen) return <Callout tone="warning">{t("credit.draw.open")}</Callout>;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-6">
      <AmountField
        id="draw-amount"
        label={t("credit.draw.label")}
        unit="USD"
        limitWords={(amount) => t("credit.draw.limit", { amount: `$${amount}` })}
        draft={draft}
        hint={room.by === "line" ? undefined : t(`credit.now.by.${room.by}`)}
      />
      {draft.amount !== undefined && <DrawPreview reading={reading} amount={draft.amount} now={now} />}
      <SignerGate>
        <Button
          type="submit"
          look="primary"
          size="large"
          className="w-full"
          disabled={paused || room.most === 0n || atHand === undefined}
        >
          {t("credit.draw.review")}
        </Button>
      </SignerGate>
    </form>
  );
}

/** What a draw would mean: the debt, the next statement, and the end. */
function DrawPreview({ reading, amount, now }: { reading: CreditReading; amount: bigint; now: number }) {
  const t = useTranslations();
  const after = afterDraw(reading, amount, now);
  const view = creditView(after, now);
  const rows = creditSchedule(after.line, after.terms, after.start, now);
  const last = rows.at(-1);
  const { ahead } = view;
  return (
    <section aria-label={t("credit.draw.means")} className="grid gap-2 border-rule border-y py-3 text-sm">
      <Facts
        rows={[
          { label: t("credit.draw.owedAfter"), value: payWords(view.owed, t) },
          { label: t("credit.draw.leftAfter"), value: dollarWords(view.available, t) },
          ...(ahead
            ? [
                { label: t("credit.draw.nextStatement"), value: <DueDay at={ahead.statementAt} /> },
                { label: t("credit.draw.asksFor"), value: payWords(ahead.due, t) },
                { label: t("credit.draw.payUntil"), value: <DueDay at={ahead.dueAt} /> },
              ]
            : []),
          ...(last && last.left === 0n
            ? [
                {
                  label: t("credit.draw.whole"),
                  value: t.rich("credit.draw.wholeValue", {
                    count: rows.length,
                    day: () => <DueDay at={last.paidAt} />,
                  }),
                },
              ]
            : []),
        ]}
      />
      <p className="text-muted">{t("credit.draw.wholeNote")}</p>
    </section>
  );
}
