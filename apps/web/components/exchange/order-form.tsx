"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Money } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { AmountInput, Input, Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { useHolding, useTransferRefusal } from "@/lib/query/assets";
import { useBalances } from "@/lib/query/chain";
import { useMoney } from "@/lib/query/exchange";
import { useAddress } from "@/lib/wallet/use-account";
import { emptyDraft, leastMoney, mostMoney, type OrderDraft, readDraft } from "./order-terms";

/** Says what I want, at which price and for how long; the order waits in the book until somebody meets it. */
export function OrderForm({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const account = useAddress();
  const money = useMoney();
  const { apiUrl } = useRuntimeConfig();
  const transact = useTransact();
  const showToast = useToast();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<OrderDraft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const holding = useHolding(asset.asset, account);
  const dollars = useBalances(account).data?.dollar;
  const change = (changes: Partial<OrderDraft>) => setDraft((before) => ({ ...before, ...changes }));

  const read = readDraft(draft, t);
  const figures = read.ok ? read.figures : undefined;
  const problems = read.ok ? {} : read.problems;
  const buying = draft.side === "bid";
  // The other side is not known yet; the issuer stands for it, and the answer is about the person.
  const refusal = useTransferRefusal(
    asset.asset,
    account && account !== asset.issuer
      ? buying
        ? { from: asset.issuer, to: account, amount: 1n }
        : { from: account, to: asset.issuer, amount: 1n }
      : undefined,
  );
  const refused = refusal.data?.error;
  const refusedText = useErrorText(refused);
  const short =
    figures &&
    (buying
      ? dollars !== undefined && mostMoney({ ...figures, count: 1 }) > dollars
      : holding.data && figures.shares > holding.data.unfrozen);
  const errorOf = (field: keyof OrderDraft) =>
    tried || (draft[field] !== "" && field !== "shares") ? problems[field] : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!figures || !money || refused) return;
    const { placeOrderFlow } = await import("./order-flows");
    transact(
      placeOrderFlow(
        figures,
        { asset: asset.asset, symbol: asset.symbol, money, apiUrl },
        () => {
          setDraft((before) => ({ ...emptyDraft, side: before.side, kind: before.kind }));
          setTried(false);
          showToast("done", t("exchange.form.placed"));
          void queries.invalidateQueries({ queryKey: ["book"] });
        },
        t,
      ),
    );
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="sr-only">{t("exchange.form.sides")}</legend>
        {(["bid", "ask"] as const).map((side) => (
          <Button
            key={side}
            aria-pressed={draft.side === side}
            look={draft.side === side ? "primary" : "secondary"}
            onClick={() => change({ side })}
          >
            {side === "bid" ? t("exchange.form.buy") : t("exchange.form.sell")}
          </Button>
        ))}
      </fieldset>
      <Field
        id="order-kind"
        label={t("exchange.form.kind")}
        required
        hint={t(`exchange.form.hints.${draft.kind}`)}
      >
        {(control) => (
          <Select
            {...control}
            value={draft.kind}
            onChange={(event) => change({ kind: kindOf(event.target.value) })}
          >
            <option value="limit">{t("exchange.form.limit")}</option>
            <option value="moving">{buying ? t("exchange.form.rising") : t("exchange.form.falling")}</option>
            <option value="standing">{t("exchange.form.standing")}</option>
          </Select>
        )}
      </Field>
      <Field
        id="order-shares"
        label={draft.kind === "standing" ? t("exchange.form.sharesEach") : t("exchange.form.shares")}
        required
        error={tried ? problems.shares : undefined}
        aside={
          !buying &&
          holding.data &&
          t("exchange.form.canSell", {
            shares: formatAmount(holding.data.unfrozen, { decimals: 18, maximum: 2 }, t),
          })
        }
      >
        {(control) => (
          <AmountInput
            {...control}
            unit={asset.symbol}
            placeholder="0"
            value={draft.shares}
            onChange={(event) => change({ shares: event.target.value })}
          />
        )}
      </Field>
      <Field
        id="order-price"
        label={draft.kind === "moving" ? t("exchange.form.firstPrice") : t("exchange.price")}
        required
        error={errorOf("price")}
        aside={
          buying &&
          dollars !== undefined &&
          t.rich("exchange.form.have", { money: () => <Money value={dollars} /> })
        }
      >
        {(control) => (
          <AmountInput
            {...control}
            unit={t("words.amount.usDollars")}
            placeholder="0"
            value={draft.price}
            onChange={(event) => change({ price: event.target.value })}
          />
        )}
      </Field>
      {draft.kind === "moving" && (
        <Field id="order-end-price" label={t("exchange.form.lastPrice")} required error={errorOf("endPrice")}>
          {(control) => (
            <AmountInput
              {...control}
              unit={t("words.amount.usDollars")}
              placeholder="0"
              value={draft.endPrice}
              onChange={(event) => change({ endPrice: event.target.value })}
            />
          )}
        </Field>
      )}
      {draft.kind === "standing" ? (
        <div className="grid grid-cols-2 gap-4">
          <Field id="order-every" label={t("exchange.form.every")} required error={errorOf("every")}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={draft.every}
                onChange={(event) => change({ every: event.target.value })}
              />
            )}
          </Field>
          <Field id="order-times" label={t("exchange.form.times")} required error={errorOf("times")}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={draft.times}
                onChange={(event) => change({ times: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : (
        <Field id="order-days" label={t("exchange.form.days")} required error={errorOf("days")}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={draft.days}
              onChange={(event) => change({ days: event.target.value })}
            />
          )}
        </Field>
      )}
      {figures && (
        <dl className="grid gap-2 border-rule border-y py-4 text-sm">
          <div className="flex justify-between gap-4">
            <dt className="text-muted">{buying ? t("exchange.payAtMost") : t("exchange.getAtLeast")}</dt>
            <dd className="font-medium">
              <Money value={buying ? mostMoney(figures) : leastMoney(figures)} />
            </dd>
          </div>
          <div className="flex justify-between gap-4">
            <dt className="text-muted">{t("exchange.form.fee")}</dt>
            <dd>{t("exchange.form.noFee")}</dd>
          </div>
        </dl>
      )}
      {refusedText && (
        <Callout live tone="problem" title={refusedText.sentence}>
          {refusedText.next}
        </Callout>
      )}
      {short && !refused && (
        <Callout
          tone="warning"
          title={buying ? t("exchange.form.shortMoney") : t("exchange.form.shortShares")}
        >
          {t("exchange.form.shortText")}
        </Callout>
      )}
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t("exchange.form.review")}
        </Button>
      </SignerGate>
    </form>
  );
}

function kindOf(value: string): OrderDraft["kind"] {
  return value === "moving" || value === "standing" ? value : "limit";
}
