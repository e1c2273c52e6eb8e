"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Address } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AmountInput } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { moneyWords } from "@/lib/domain/money";
import { formatAmount, plainAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { useHolding } from "@/lib/query/assets";
import { useRedemptionPreview } from "@/lib/query/redemption";
import { useAddress } from "@/lib/wallet/use-account";

/** A holder says how many shares; what they get for them is shown before they sign. */
export function RedeemForm({ asset, money }: { asset: GetAssetReturnType; money: Address }) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const account = useAddress();
  const holding = useHolding(asset.asset, account);
  const transact = useTransact();
  const [shares, setShares] = useState("");
  const [tried, setTried] = useState(false);
  const parsed = parseAmount(shares, 18, t);
  const most = holding.data?.unfrozen ?? 0n;
  const value = parsed.ok && parsed.value > 0n && parsed.value <= most ? parsed.value : undefined;
  const preview = useRedemptionPreview(asset.asset, value);
  if (!account || !holding.data) return null;
  if (holding.data.balance === 0n) return <p className="text-muted">{t("redemption.redeeming.none")}</p>;
  const problem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? t("words.amount.zero")
      : parsed.value > most
        ? t("redemption.redeeming.tooMuch", { shares: formatAmount(most, { decimals: 18, maximum: 4 }, t) })
        : undefined;
  const words = (units: bigint) => moneyWords(units, money, config, t);
  const before = holding.data.balance;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (value === undefined || typeof preview.data !== "bigint") return;
    const { redeemFlow } = await import("./redemption-flows");
    transact(redeemFlow(asset, value, preview.data, before, words, () => setShares(""), t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid max-w-xl gap-6">
      <Field
        id="redeem-shares"
        label={t("redemption.redeeming.shares")}
        required
        error={tried || (shares !== "" && parsed.ok) ? problem : undefined}
        hint={holding.data.frozen > 0n ? t("redemption.redeeming.frozen") : undefined}
        aside={
          typeof preview.data === "bigint" && value !== undefined
            ? t("redemption.redeeming.get", { amount: words(preview.data) })
            : undefined
        }
      >
        {(control) => (
          <AmountInput
            {...control}
            unit={asset.symbol}
            placeholder="0"
            value={shares}
            onChange={(event) => setShares(event.target.value)}
            action={
              <Button size="small" disabled={most === 0n} onClick={() => setShares(plainAmount(most, 18))}>
                {t("redemption.redeeming.all")}
              </Button>
            }
          />
        )}
      </Field>
      <SignerGate>
        <Button
          type="submit"
          look="primary"
          size="large"
          className="justify-self-start"
          disabled={value !== undefined && typeof preview.data !== "bigint"}
        >
          {t("redemption.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
