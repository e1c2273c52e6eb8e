"use client";

import type { CreditPool, GetCreditPoolReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AmountField, useAmountDraft } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { SignerGate } from "@/components/wallet/signer-gate";
import { dollarDecimals } from "@/lib/domain/dollars";
import { shareDecimals, sharesBought } from "@/lib/domain/pools";
import { formatAmount, formatShare } from "@/lib/format/amount";

/** Puts money into a pool; what may be lost is said while one types. */
export function DepositForm({
  pool,
  figures,
  atHand,
  closed,
}: {
  pool: CreditPool;
  figures: GetCreditPoolReturnType;
  /** Money units that the account has. */
  atHand: bigint | undefined;
  closed: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const draft = useAmountDraft(dollarDecimals, atHand, (amount) =>
    t("lend.deposit.tooMuch", { amount: `$${amount}` }),
  );
  const shares =
    draft.amount === undefined ? 0n : sharesBought(draft.amount, figures.totalAssets, figures.totalShares);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const assets = draft.submit();
    if (assets === undefined || atHand === undefined) return;
    const { depositFlow } = await import("./lend-flows");
    transact(depositFlow(pool, assets, { atHand }, draft.clear, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-6">
      <AmountField
        id={`deposit-${pool}`}
        label={t("lend.deposit.label")}
        unit="USD"
        limitWords={(amount) => t("lend.deposit.limit", { amount: `$${amount}` })}
        draft={draft}
      />
      {draft.amount !== undefined && (
        <section aria-label={t("lend.deposit.means")} className="border-rule border-y py-3 text-sm">
          <Facts
            rows={[
              {
                label: t("lend.deposit.shares"),
                value: formatAmount(shares, { decimals: shareDecimals, maximum: 4 }, t),
              },
              {
                label: t("lend.deposit.part"),
                value: formatShare(shares, figures.totalShares + shares, 2, t),
              },
            ]}
          />
        </section>
      )}
      <p className="text-muted text-sm">{t(`lend.deposit.risk.${pool}`)}</p>
      <SignerGate>
        <Button
          type="submit"
          look="primary"
          size="large"
          className="w-full"
          disabled={closed || atHand === undefined}
        >
          {t("lend.deposit.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
