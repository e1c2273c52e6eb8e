"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { AmountInput, Input } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { moneyWords } from "@/lib/domain/money";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { localDay } from "@/lib/format/time";
import { useBalances } from "@/lib/query/chain";
import { useChainNow } from "@/lib/query/chain-time";
import { useIndexedBlock } from "@/lib/query/graph";
import { useReadClient } from "@/lib/query/read-client";
import { useGraph } from "@/lib/query/subgraph";
import { useAddress } from "@/lib/wallet/use-account";
import { SplitTable } from "./split-table";

const day = 86_400;

/**
 * Pays income to holders: how much, by the holdings of which block, until when it can be claimed. Who gets what is worked
 * out and shown before anything is signed.
 */
export function PayIncomeForm({
  asset,
  issuer,
  symbol,
  money,
}: {
  asset: `0x${string}`;
  issuer: `0x${string}`;
  symbol: string;
  money: `0x${string}`;
}) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const client = useReadClient();
  const ask = useGraph();
  const transact = useTransact();
  const now = useChainNow();
  const indexed = useIndexedBlock();
  const balances = useBalances(useAddress());
  const [amount, setAmount] = useState("");
  const [block, setBlock] = useState("");
  const [until, setUntil] = useState("");
  const [tried, setTried] = useState(false);

  const words = (value: bigint) => moneyWords(value, money, config, t);
  const newest = indexed.data?.number;
  const paid = parseAmount(amount, 6, t);
  const typedBlock = block === "" ? undefined : parseAmount(block, 0, t);
  const recordBlock = typedBlock === undefined ? newest : typedBlock.ok ? typedBlock.value : undefined;
  const lastDay = until || (now === undefined ? "" : localDay(now + 365 * day));
  const expiry = lastDay === "" ? 0 : new Date(`${lastDay}T00:00:00`).getTime() / 1000;
  const problems = {
    amount: !paid.ok
      ? paid.reason
      : paid.value === 0n
        ? t("words.amount.zero")
        : balances.data && paid.value > balances.data.dollar
          ? t("words.amount.tooMuch", { amount: words(balances.data.dollar) })
          : undefined,
    block:
      recordBlock === undefined
        ? t("income.form.noBlock")
        : newest !== undefined && recordBlock > newest
          ? t("income.form.lateBlock", { block: `${newest}` })
          : undefined,
    until:
      now !== undefined && expiry < now + 30 * day
        ? t("income.form.tooShort")
        : now !== undefined && expiry > now + 3_650 * day
          ? t("income.form.tooLong")
          : undefined,
  };
  const isReady = !problems.amount && !problems.block && !problems.until;

  const split = useMutation({
    mutationFn: (of: { amount: bigint; recordBlock: bigint }) =>
      ask(async (_, subgraph) => {
        const { computeSplit } = await import("@/lib/income/compute-tree");
        return { ...of, split: await computeSplit(client, subgraph, { asset, issuer, ...of }) };
      }),
  });
  const problem = useErrorText(split.error);
  const worked =
    split.data && paid.ok && split.data.amount === paid.value && split.data.recordBlock === recordBlock
      ? split.data.split
      : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isReady || !paid.ok || recordBlock === undefined) return;
    if (!worked) return split.mutate({ amount: paid.value, recordBlock });
    const { payFlow } = await import("./income-flows");
    await ask(async (_, subgraph) =>
      transact(
        payFlow(
          { asset, issuer, recordBlock, amount: paid.value, money, expiry },
          worked,
          subgraph,
          words,
          () => {
            setAmount("");
            setBlock("");
            setTried(false);
            split.reset();
          },
          t,
        ),
      ),
    );
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field
        id="income-amount"
        label={t("income.form.amount")}
        required
        error={tried || (amount !== "" && paid.ok) ? problems.amount : undefined}
        aside={balances.data && t("words.amount.have", { amount: words(balances.data.dollar) })}
      >
        {(control) => (
          <AmountInput
            {...control}
            unit={t("words.amount.usDollars")}
            placeholder="0"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        )}
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          id="income-block"
          label={t("income.form.block")}
          required
          hint={t("income.form.blockHint")}
          error={tried || block !== "" ? problems.block : undefined}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={block}
              placeholder={newest === undefined ? "" : t("income.form.newest", { block: `${newest}` })}
              onChange={(event) => setBlock(event.target.value)}
            />
          )}
        </Field>
        <Field
          id="income-until"
          label={t("income.form.until")}
          required
          hint={t("income.form.untilHint")}
          error={problems.until}
        >
          {(control) => (
            <Input
              {...control}
              type="date"
              value={lastDay}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
      </div>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      {worked && (
        <div className="grid gap-3">
          <p className="font-medium">
            {t("income.form.goes", {
              amount: words(worked.total),
              count: worked.claims.length,
              n: formatCount(worked.claims.length, t),
            })}
          </p>
          <SplitTable split={worked} money={money} symbol={symbol} />
          <p className="text-muted text-sm">{t("income.form.own")}</p>
        </div>
      )}
      <SignerGate>
        <Button
          type="submit"
          look="primary"
          size="large"
          className="justify-self-start"
          busy={split.isPending}
        >
          {worked ? t("income.form.review") : t("income.form.workOut")}
        </Button>
      </SignerGate>
    </form>
  );
}
