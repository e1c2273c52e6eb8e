"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import type { Address } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AmountField, useAmountDraft } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { SignerGate } from "@/components/wallet/signer-gate";
import { type CreditReading, creditView } from "@/lib/domain/credit";
import { dollarDecimals, dollarWords } from "@/lib/domain/dollars";
import { least } from "@/lib/domain/least";
import { sharesFor, vouchableFor } from "@/lib/domain/pools";
import { useCreditPools, useMyPools } from "@/lib/query/credit";
import { useNameOf } from "@/lib/query/names";
import { useAddress } from "@/lib/wallet/use-account";

/** Locks shares for somebody's line: how much it adds, and what may be lost, before anything is signed. */
export function VouchForm({
  borrower,
  reading,
  now,
  onDone,
}: {
  borrower: Address;
  reading: CreditReading;
  now: number;
  onDone: () => void;
}) {
  const t = useTranslations();
  const id = useId();
  const transact = useTransact();
  const nameOf = useNameOf();
  const account = useAddress();
  const mine = useMyPools(account).data?.firstLoss;
  const pool = useCreditPools().data?.firstLoss;
  const locked = useAmountDraft(dollarDecimals, mine?.worth, (amount) =>
    t("vouch.form.tooMuch", { amount: `$${amount}` }),
  );
  const most = vouchableFor(locked.amount ?? 0n);
  const room = reading.cap > reading.line.limit ? reading.cap - reading.line.limit : 0n;
  const adds = useAmountDraft(dollarDecimals, least(most, room), (amount) =>
    t("vouch.form.addsTooMuch", { most: `$${amount}` }),
  );
  const who = nameOf(borrower);
  const { owed } = creditView(reading, now);
  const limit = reading.line.limit + (adds.amount ?? 0n);
  const exposed = limit > owed ? limit : owed;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const [worth, limitAdded] = [locked.submit(), adds.submit()];
    if (worth === undefined || limitAdded === undefined || !mine || !pool) return;
    const wanted = worth >= mine.worth ? mine.shares : sharesFor(worth, pool.totalAssets, pool.totalShares);
    const shares = least(wanted, mine.shares);
    const { vouchFlow } = await import("./vouch-flows");
    transact(
      vouchFlow({ borrower, who, shares, worth, limit: limitAdded, before: reading.line.limit }, onDone, t),
    );
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid max-w-md grid-cols-1 gap-6">
      <AmountField
        id={`${id}-shares`}
        label={t("vouch.form.shares")}
        unit="USD"
        limitWords={(amount) => t("vouch.form.limit", { amount: `$${amount}` })}
        draft={locked}
      />
      <AmountField
        id={`${id}-limit`}
        label={t("vouch.form.adds")}
        unit="USD"
        limitWords={() => ""}
        hint={t("vouch.form.addsHint", { most: dollarWords(most, t) })}
        draft={adds}
      />
      {locked.amount !== undefined && (
        <section aria-label={t("vouch.form.means")} className="grid gap-2 border-rule border-y py-3 text-sm">
          <Facts
            rows={[
              {
                label: t("vouch.form.lose"),
                value: (
                  <span className="font-medium text-loss">
                    {t("vouch.form.loseValue", { amount: dollarWords(locked.amount, t) })}
                  </span>
                ),
              },
              {
                label: t("vouch.form.first"),
                value: t("vouch.form.firstValue", {
                  part: dollarWords(exposed, t),
                  amount: dollarWords(locked.amount, t),
                }),
              },
              { label: t("vouch.form.back"), value: t("vouch.form.backValue") },
            ]}
          />
        </section>
      )}
      <p className="text-muted text-sm">{t("vouch.form.risk", { who })}</p>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full" disabled={!mine || !pool}>
          {t("vouch.form.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
