"use client";

import type { GetCreditPoolReturnType, GetPoolSharesReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AmountField, useAmountDraft } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { SignerGate } from "@/components/wallet/signer-gate";
import { dollarDecimals, dollarWords } from "@/lib/domain/dollars";
import { leavingOf } from "@/lib/domain/pools";
import type { BookNow } from "@/lib/query/credit";

/** Leaves the senior pool: at once as far as there is cash, the rest through the queue; what it costs is said before. */
export function LeaveForm({
  mine,
  pool,
  book,
}: {
  mine: GetPoolSharesReturnType | undefined;
  pool: GetCreditPoolReturnType;
  book: BookNow;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const draft = useAmountDraft(dollarDecimals, mine?.exitWorth, (amount) =>
    t("lend.leave.tooMuch", { amount: `$${amount}` }),
  );
  const leaving =
    mine && draft.amount !== undefined
      ? leavingOf(draft.amount, mine, { ...pool, exitAssets: book.seniorExit })
      : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (draft.submit() === undefined || !leaving || leaving.isTooSmall) return;
    const { leaveFlow } = await import("./lend-flows");
    transact(leaveFlow(leaving, draft.clear, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-6">
      <AmountField
        id="leave-senior"
        label={t("lend.leave.label")}
        unit="USD"
        limitWords={(amount) => t("lend.leave.limit", { amount: `$${amount}` })}
        draft={draft}
      />
      {leaving && (
        <section aria-label={t("lend.leave.means")} className="grid gap-2 border-rule border-y py-3 text-sm">
          <Facts
            rows={[
              { label: t("lend.leave.atOnce"), value: dollarWords(leaving.now, t) },
              ...(leaving.laterShares > 0n
                ? [
                    { label: t("lend.leave.queued"), value: dollarWords(leaving.later, t) },
                    { label: t("lend.leave.behind"), value: dollarWords(book.queued, t) },
                  ]
                : []),
              { label: t("lend.leave.worth"), value: dollarWords(leaving.worth, t) },
              {
                label: t("lend.leave.gives"),
                value: dollarWords(leaving.worth - leaving.now - leaving.later, t),
              },
            ]}
          />
          {leaving.worth > leaving.now + leaving.later && (
            <p className="text-muted">{t("lend.leave.givesNote")}</p>
          )}
          {leaving.laterShares > 0n && <p className="text-muted">{t("lend.leave.queueNote")}</p>}
          {leaving.isTooSmall && <p className="text-loss">{t("lend.leave.small")}</p>}
        </section>
      )}
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full" disabled={!mine?.shares}>
          {t("lend.leave.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
