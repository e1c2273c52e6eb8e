"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { AmountInput } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { moneyWords } from "@/lib/domain/money";
import { sharesWords } from "@/lib/domain/rules-words";
import { plainAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { useBalances } from "@/lib/query/chain";
import { useAddress } from "@/lib/wallet/use-account";

const whole = 10n ** 18n;

/** The issuer says what all shares get together; what a share gets of it is shown while typing. */
export function OpenRedemptionForm({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const transact = useTransact();
  const [amount, setAmount] = useState("");
  const [tried, setTried] = useState(false);
  const money = config.contracts.testDollar;
  const balances = useBalances(useAddress());
  if (!money)
    return <Callout title={t("redemption.opening.noMoney")}>{t("redemption.opening.noMoneyText")}</Callout>;
  const parsed = parseAmount(amount, 6, t);
  const words = (units: bigint) => moneyWords(units, money, config, t);
  const problem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? t("words.amount.zero")
      : balances.data && parsed.value > balances.data.dollar
        ? t("words.amount.tooMuch", { amount: words(balances.data.dollar) })
        : undefined;
  const value = parsed.ok && problem === undefined ? parsed.value : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (value === undefined || !money) return;
    const { openFlow } = await import("./redemption-flows");
    transact(openFlow(asset, money, value, words, () => setAmount(""), t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid max-w-xl gap-6">
      <Field
        id="redemption-amount"
        label={t("redemption.opening.forAll", { shares: sharesWords(asset.totalSupply, t) })}
        required
        error={tried || (amount !== "" && parsed.ok) ? problem : undefined}
        hint={t("redemption.opening.hint")}
        aside={
          value !== undefined && asset.totalSupply > 0n
            ? t("redemption.opening.perShare", { amount: words((value * whole) / asset.totalSupply) })
            : balances.data && t("words.amount.have", { amount: words(balances.data.dollar) })
        }
      >
        {(control) => (
          <AmountInput
            {...control}
            unit={t("words.amount.usDollars")}
            placeholder="0"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
            action={
              <Button size="small" onClick={() => setAmount(plainAmount(asset.valuation, 6))}>
                {t("redemption.opening.value")}
              </Button>
            }
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="justify-self-start">
          {t("redemption.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
