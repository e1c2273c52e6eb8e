"use client";

import type { GetAssetReturnType, GetHoldingReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { getAddress, isAddress, isAddressEqual } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { AmountInput, Input } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount, plainAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { useTransferRefusal } from "@/lib/query/assets";
import { useAddress } from "@/lib/wallet/use-account";

/** Sends shares to another verified account. The rules are asked before anyone signs, and answer in a sentence. */
export function TransferForm({
  asset,
  holding,
}: {
  asset: GetAssetReturnType;
  holding: GetHoldingReturnType;
}) {
  const t = useTranslations();
  const account = useAddress();
  const transact = useTransact();
  const [to, setTo] = useState("");
  const [amount, setAmount] = useState("");
  const [tried, setTried] = useState(false);

  const receiver = isAddress(to.trim()) ? getAddress(to.trim()) : undefined;
  const parsed = parseAmount(amount, 18, t);
  const value = parsed.ok && parsed.value > 0n ? parsed.value : undefined;
  const isSelf = receiver !== undefined && account !== undefined && isAddressEqual(receiver, account);
  const sendable = formatAmount(holding.unfrozen, { decimals: 18, maximum: 4 }, t);
  const affordable = value !== undefined && value <= holding.unfrozen;

  // One share unit answers for the receiver before an amount is typed.
  const refusal = useTransferRefusal(
    asset.asset,
    account && receiver && !isSelf
      ? { from: account, to: receiver, amount: affordable ? value : 1n }
      : undefined,
  );
  const refused = useErrorText(refusal.data?.error);

  const receiverProblem = !receiver ? t("assets.send.address") : isSelf ? t("assets.send.self") : undefined;
  const amountProblem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? t("words.amount.zero")
      : !affordable
        ? t("assets.send.tooMuch", { amount: sendable })
        : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (receiverProblem || amountProblem || refusal.data?.error || !receiver || value === undefined) return;
    const { transferFlow } = await import("./transfer-flow");
    transact(
      transferFlow(
        asset,
        holding,
        receiver,
        value,
        () => {
          setTo("");
          setAmount("");
          setTried(false);
        },
        t,
      ),
    );
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field
        id="transfer-to"
        label={t("assets.send.receiver")}
        required
        error={tried || receiver ? receiverProblem : undefined}
        hint={t("assets.send.receiverHint")}
      >
        {(control) => (
          <Input
            {...control}
            value={to}
            placeholder="0x…"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
      </Field>
      <Field
        id="transfer-amount"
        label={t("assets.figures.shares")}
        required
        error={tried || (amount !== "" && parsed.ok) ? amountProblem : undefined}
        aside={t("assets.send.limit", { amount: sendable })}
      >
        {(control) => (
          <AmountInput
            {...control}
            unit={asset.symbol}
            placeholder="0"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
            action={
              <Button
                size="small"
                disabled={holding.unfrozen === 0n}
                onClick={() => setAmount(plainAmount(holding.unfrozen, 18))}
              >
                {t("words.all")}
              </Button>
            }
          />
        )}
      </Field>
      {refused && (
        <Callout live tone="problem" title={refused.sentence}>
          {refused.next}
        </Callout>
      )}
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t("assets.send.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
