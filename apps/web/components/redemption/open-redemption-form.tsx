"use client";

import type { GetAssetReturnType } from "@qti/sdk";
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
  const config = useRuntimeConfig();
  const transact = useTransact();
  const [amount, setAmount] = useState("");
  const [tried, setTried] = useState(false);
  const money = config.contracts.testDollar;
  const balances = useBalances(useAddress());
  if (!money)
    return <Callout title="This network has no money that the redemption takes">Ask its operator.</Callout>;
  const parsed = parseAmount(amount, 6);
  const words = (units: bigint) => moneyWords(units, money, config);
  const problem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? "Enter more than zero."
      : balances.data && parsed.value > balances.data.dollar
        ? `You have ${words(balances.data.dollar)}. Enter at most that.`
        : undefined;
  const value = parsed.ok && problem === undefined ? parsed.value : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (value === undefined || !money) return;
    const { openFlow } = await import("./redemption-flows");
    transact(openFlow(asset, money, value, words, () => setAmount("")));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid max-w-xl gap-6">
      <Field
        id="redemption-amount"
        label={`For all ${sharesWords(asset.totalSupply)}`}
        required
        error={tried || (amount !== "" && parsed.ok) ? problem : undefined}
        hint="You pay in once. Your own shares get their part too."
        aside={
          value !== undefined && asset.totalSupply > 0n
            ? `${words((value * whole) / asset.totalSupply)} a share`
            : balances.data && `You have ${words(balances.data.dollar)}`
        }
      >
        {(control) => (
          <AmountInput
            {...control}
            unit="US dollars"
            placeholder="0"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
            action={
              <Button size="small" onClick={() => setAmount(plainAmount(asset.valuation, 6))}>
                Value
              </Button>
            }
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="justify-self-start">
          Review the redemption
        </Button>
      </SignerGate>
    </form>
  );
}
