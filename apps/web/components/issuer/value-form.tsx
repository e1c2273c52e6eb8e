"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AmountInput } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { formatAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";

/** States what the whole asset is worth now; what that makes of a share shows while typing. */
export function ValueForm({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const transact = useTransact();
  const [value, setValue] = useState("");
  const [tried, setTried] = useState(false);
  const parsed = parseAmount(value, 6, t);
  const problem = !parsed.ok ? parsed.reason : parsed.value === 0n ? t("words.amount.zero") : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!parsed.ok || problem) return;
    const { valueFlow } = await import("./issuer-flows");
    transact(
      valueFlow(
        asset,
        parsed.value,
        () => {
          setValue("");
          setTried(false);
        },
        t,
      ),
    );
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field
        id="valuation"
        label={t("issuer.value.label")}
        required
        error={tried || (value !== "" && parsed.ok) ? problem : undefined}
        aside={
          parsed.ok && parsed.value > 0n && asset.shares > 0n
            ? t("assets.perShare", {
                value: `$${formatAmount(parsed.value / asset.shares, { decimals: 6, maximum: 2 }, t)}`,
              })
            : undefined
        }
      >
        {(control) => (
          <AmountInput
            {...control}
            unit={t("words.amount.usDollars")}
            placeholder="0"
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t("issuer.value.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
