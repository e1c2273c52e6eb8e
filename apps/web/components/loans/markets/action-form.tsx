"use client";

import type { GetMarketPositionReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AmountField, useAmountDraft } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { SignerGate } from "@/components/wallet/signer-gate";
import {
  holdingOf,
  type MarketAction,
  type MarketNow,
  mostOf,
  tokenOf,
  tokenWords,
  viewOf,
} from "@/lib/domain/market";
import { plainAmount } from "@/lib/format/amount";
import type { AtHand } from "@/lib/query/markets";
import { ActionPreview } from "./action-preview";

/** One amount, what it would change, and the way to sign it. */
export function ActionForm({
  action,
  market,
  position,
  atHand,
}: {
  action: MarketAction;
  market: MarketNow;
  position: GetMarketPositionReturnType;
  /** What the account has of both tokens; `undefined` while it is not known. */
  atHand: AtHand | undefined;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const [all, setAll] = useState(false);
  const holding = holdingOf(market, position);
  const token = tokenOf(action, market);
  const { most, by } = mostOf(
    action,
    market,
    viewOf(market, holding),
    atHand ?? { loan: 0n, collateral: 0n },
  );
  const needsWallet = action === "lend" || action === "pledge" || action === "repay";
  const limit = needsWallet && !atHand ? undefined : most;
  const words = (text: string) => (token.isDollar ? `$${text}` : `${text} ${token.symbol}`);
  const plain = useAmountDraft(token.decimals, all ? undefined : limit, (amount) =>
    t(`markets.form.tooMuch.${by}`, { amount: words(amount) }),
  );
  const draft = {
    ...plain,
    limit,
    type: (text: string) => {
      // Interest goes on while one reads: who means all of it means it in a minute, too.
      setAll(
        by === "position" &&
          action !== "take" &&
          limit !== undefined &&
          text === plainAmount(limit, token.decimals),
      );
      plain.type(text);
    },
  };
  const amount = all ? most : plain.amount;

  function clear() {
    setAll(false);
    plain.clear();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (plain.submit() === undefined || amount === undefined || limit === undefined) return;
    const { marketFlow } = await import("./market-flows");
    const { supplyShares } = position;
    transact(marketFlow({ action, amount, all, market, holding, supplyShares }, clear, t));
  }

  if (limit === 0n) return <p className="text-muted">{t(`markets.form.nothing.${by}`)}</p>;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-6">
      <AmountField
        id={`market-${action}`}
        label={t(`markets.form.labels.${action}`)}
        unit={token.symbol}
        limitWords={() => t(`markets.form.limits.${action}`, { amount: tokenWords(most, token, t) })}
        draft={draft}
      />
      {amount !== undefined && amount > 0n && (
        <ActionPreview action={action} amount={amount} market={market} holding={holding} />
      )}
      {(action === "lend" || action === "pledge") && (
        <p className="text-muted text-sm">{t(`markets.flow.risks.${action}`)}</p>
      )}
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full" disabled={limit === undefined}>
          {t(`markets.form.review.${action}`)}
        </Button>
      </SignerGate>
    </form>
  );
}
