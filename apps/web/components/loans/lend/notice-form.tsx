"use client";

import type { GetCreditPoolReturnType, GetNoticeReturnType, GetPoolSharesReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AmountField, useAmountDraft } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { DueDay } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { dollarDecimals, dollarWords } from "@/lib/domain/dollars";
import { least } from "@/lib/domain/least";
import { noticeTimes, sharesFor } from "@/lib/domain/pools";

/** Gives notice for shares of the first loss: when they can leave, and what they may lose until then. */
export function NoticeForm({
  mine,
  notice,
  pool,
  now,
}: {
  mine: GetPoolSharesReturnType | undefined;
  notice: GetNoticeReturnType | undefined;
  pool: GetCreditPoolReturnType;
  now: number;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const draft = useAmountDraft(dollarDecimals, mine?.worth, (amount) =>
    t("lend.notice.tooMuch", { amount: `$${amount}` }),
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    const amount = draft.submit();
    if (amount === undefined || !mine) return;
    const wanted = amount >= mine.worth ? mine.shares : sharesFor(amount, pool.totalAssets, pool.totalShares);
    const shares = least(wanted, mine.shares);
    const { noticeFlow } = await import("./lend-flows");
    transact(noticeFlow({ shares, worth: amount }, now, draft.clear, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-6">
      <AmountField
        id="notice-amount"
        label={t("lend.notice.label")}
        unit="USD"
        limitWords={(amount) => t("lend.notice.limit", { amount: `$${amount}` })}
        draft={draft}
      />
      {draft.amount !== undefined && (
        <section aria-label={t("lend.notice.means")} className="grid gap-2 border-rule border-y py-3 text-sm">
          <Facts
            rows={[
              { label: t("lend.notice.from"), value: <DueDay at={now + noticeTimes.wait} /> },
              {
                label: t("lend.notice.until"),
                value: <DueDay at={now + noticeTimes.wait + noticeTimes.window} />,
              },
              {
                label: t("lend.notice.loses"),
                value: t("lend.notice.losesValue", { amount: dollarWords(draft.amount, t) }),
              },
            ]}
          />
          {notice && <p className="text-muted">{t("lend.notice.anew")}</p>}
        </section>
      )}
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full" disabled={!mine?.shares}>
          {t("lend.notice.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
