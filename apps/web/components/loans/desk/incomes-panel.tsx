"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Section } from "@/components/shell/section";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { AddressInput, AmountInput, Input } from "@/components/ui/input";
import { QueryPanel } from "@/components/ui/query-panel";
import { Day, Time } from "@/components/ui/time";
import { useToast } from "@/components/ui/toast";
import { SignerGate } from "@/components/wallet/signer-gate";
import { dollarDecimals, dollarWords } from "@/lib/domain/dollars";
import { useErrorText } from "@/lib/errors/use-error-text";
import { readAddress } from "@/lib/format/address";
import { parseAmount } from "@/lib/format/parse-amount";
import { useIncomes, useRecordIncome } from "@/lib/query/applications";
import { useChainNow } from "@/lib/query/chain-time";
import { useHoldsRole } from "@/lib/query/operator";
import { useSession } from "@/lib/session/use-session";

/** Incomes that people proved to an underwriter, for which the rule gives points. */
export function IncomesPanel() {
  const t = useTranslations();
  const holds = useHoldsRole("underwriter");
  const { session, begin } = useSession();
  const problem = useErrorText(begin.error);
  const isUnderwriter = holds.data === true;
  if (!session || !isUnderwriter)
    return (
      <Section title={t("creditDesk.incomes.title")} lead={t("creditDesk.incomes.lead")}>
        {problem && (
          <Callout
            live
            tone={problem.isRejection ? "note" : "problem"}
            title={problem.sentence}
            className="mb-4"
          >
            {problem.next}
          </Callout>
        )}
        <p className="mb-4 max-w-prose text-muted">{t("creditDesk.incomes.signIn")}</p>
        {isUnderwriter && (
          <div className="max-w-xs">
            <SignerGate>
              <Button look="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
                {t("wallet.signIn.title")}
              </Button>
            </SignerGate>
          </div>
        )}
      </Section>
    );
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-2">
      <Section title={t("creditDesk.incomes.title")} lead={t("creditDesk.incomes.lead")}>
        <RecordForm />
      </Section>
      <Section title={t("creditDesk.incomes.list")}>
        <Incomes />
      </Section>
    </div>
  );
}

function RecordForm() {
  const t = useTranslations();
  const showToast = useToast();
  const record = useRecordIncome();
  const now = useChainNow(60);
  const [texts, setTexts] = useState({ account: "", monthly: "", until: "" });
  const [tried, setTried] = useState(false);
  const problem = useErrorText(record.error);
  const account = readAddress(texts.account);
  const monthly = parseAmount(texts.monthly, dollarDecimals, t);
  const until = new Date(`${texts.until}T00:00:00`).getTime() / 1000;
  const isLater = Number.isFinite(until) && now !== undefined && until > now;
  const change = (name: keyof typeof texts) => (event: { target: { value: string } }) =>
    setTexts({ ...texts, [name]: event.target.value });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!account || !monthly.ok || monthly.value === 0n || !isLater) return;
    record.mutate(
      { account, monthly: monthly.value, until },
      {
        onSuccess: () => {
          setTexts({ account: "", monthly: "", until: "" });
          setTried(false);
          showToast("done", t("creditDesk.incomes.recorded"));
        },
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-md grid-cols-1 gap-6">
      <Field
        id="income-account"
        label={t("creditDesk.incomes.account")}
        hint={t("creditDesk.incomes.accountHint")}
        required
        error={tried && !account ? t("creditDesk.incomes.accountWrong") : undefined}
      >
        {(control) => <AddressInput {...control} value={texts.account} onChange={change("account")} />}
      </Field>
      <Field
        id="income-monthly"
        label={t("creditDesk.incomes.monthly")}
        required
        error={
          tried && !monthly.ok
            ? monthly.reason
            : tried && monthly.ok && monthly.value === 0n
              ? t("words.amount.zero")
              : undefined
        }
      >
        {(control) => (
          <AmountInput
            {...control}
            unit="USD"
            placeholder="0"
            value={texts.monthly}
            onChange={change("monthly")}
          />
        )}
      </Field>
      <Field
        id="income-until"
        label={t("creditDesk.incomes.until")}
        hint={t("creditDesk.incomes.untilHint")}
        required
        error={tried && !isLater ? t("creditDesk.incomes.untilWrong") : undefined}
      >
        {(control) => <Input {...control} type="date" value={texts.until} onChange={change("until")} />}
      </Field>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      <SignerGate>
        <Button type="submit" look="primary" size="large" busy={record.isPending}>
          {t("creditDesk.incomes.record")}
        </Button>
      </SignerGate>
    </form>
  );
}

function Incomes() {
  const t = useTranslations();
  const incomes = useIncomes(true);
  const now = useChainNow(60);
  return (
    <QueryPanel
      query={incomes}
      isEmpty={(rows) => rows.length === 0}
      empty={<p className="text-muted">{t("creditDesk.incomes.none")}</p>}
    >
      {(rows) => (
        <ul className="grid border-rule border-t">
          {rows.map((income) => (
            <li
              key={String(income.identity)}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-rule border-b py-3"
            >
              <div>
                <AddressText address={income.account} />
                <p className="text-muted text-sm">
                  {t("creditDesk.incomes.by")} <AddressText address={income.by} /> <Time at={income.at} />
                </p>
              </div>
              <div className="text-right">
                <p>{t("creditDesk.incomes.amount", { amount: dollarWords(income.monthly, t) })}</p>
                <p className="text-muted text-sm">
                  {now !== undefined && income.until <= now ? (
                    t("creditDesk.incomes.lapsed")
                  ) : (
                    <>
                      {t("creditDesk.incomes.until")} <Day at={income.until} />
                    </>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </QueryPanel>
  );
}
