"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AmountInput } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { qtiForPoints } from "@/lib/domain/store";
import { formatAmount, plainAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { exactTime } from "@/lib/format/time";
import type { StoreNow } from "@/lib/query/store";

/** Points in, QTI out, at the rate of now. */
export function ExchangeForm({
  store,
  points,
  mayRedeem,
}: {
  store: StoreNow | undefined;
  /** Point units that the account has. */
  points: bigint | undefined;
  mayRedeem: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const words = (value: bigint) => formatAmount(value, { decimals: 6, maximum: 2 }, t);
  const qti = (value: bigint) => `${formatAmount(value, { decimals: 18, maximum: 4 }, t)} QTI`;
  const parsed = parseAmount(typed, 6, t);
  const got = parsed.ok && store ? qtiForPoints(parsed.value, store.rate) : undefined;
  const problem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? t("words.amount.zero")
      : points !== undefined && parsed.value > points
        ? t("store.exchange.tooMuch", { points: words(points) })
        : store && got !== undefined && got > store.budgetLeft
          ? t("store.exchange.overBudget", {
              amount: qti(got),
              left: qti(store.budgetLeft),
              time: exactTime(store.budgetRenewsAt, t),
            })
          : undefined;
  const shown = tried || (typed !== "" && parsed.ok) ? problem : undefined;

  if (store?.rate === 0n) return <p className="text-muted">{t("store.exchange.closed")}</p>;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!parsed.ok || problem || got === undefined || points === undefined) return;
    const { exchangeFlow } = await import("./store-flows");
    const clear = () => {
      setTyped("");
      setTried(false);
    };
    transact(exchangeFlow({ given: parsed.value, qti: got, held: points }, clear, t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field
        id="exchange-points"
        label={t("store.exchange.label")}
        required
        error={shown}
        aside={points !== undefined && t("store.exchange.have", { points: words(points) })}
        hint={!problem && got ? t("store.exchange.gives", { amount: qti(got) }) : undefined}
      >
        {(control) => (
          <AmountInput
            {...control}
            unit={t("words.points")}
            placeholder="0"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            action={
              <Button
                size="small"
                disabled={!points}
                onClick={() => points !== undefined && setTyped(plainAmount(points, 6))}
              >
                {t("words.all")}
              </Button>
            }
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full" disabled={!mayRedeem}>
          {t("store.exchange.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
