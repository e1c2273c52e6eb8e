"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Callout } from "@/components/ui/callout";
import { DueDay } from "@/components/ui/time";
import { type CreditReading, creditView, dueDates } from "@/lib/domain/credit";
import { dollarWords, payWords } from "@/lib/domain/dollars";
import { useChainNow } from "@/lib/query/chain-time";
import { useCreditLine } from "@/lib/query/credit";

/** What a person owes on its line and when, in one line; nothing for who has none. */
export function OweLine({ account, className }: { account: Address; className?: string }) {
  const t = useTranslations();
  const credit = useCreditLine(account);
  const now = useChainNow(60);
  if (!credit.data || now === undefined) return null;
  const { reading } = credit.data;
  const { owed, state } = creditView(reading, now);
  if (owed === 0n && reading.line.limit === 0n) return null;
  return (
    <Callout
      tone={owed === 0n || state === "current" ? "note" : state === "grace" ? "warning" : "problem"}
      title={t("loans.owe.title")}
      {...(className === undefined ? {} : { className })}
      action={
        <Link href="/loans/credit" className="prose-link">
          {t("loans.owe.look")}
        </Link>
      }
    >
      <OweSentence reading={reading} now={now} />
    </Callout>
  );
}

/** What is owed and when, in a sentence. */
function OweSentence({ reading, now }: { reading: CreditReading; now: number }) {
  const t = useTranslations();
  const { owed, due, state, isOpen, ahead, available } = creditView(reading, now);
  const dates = dueDates(reading);
  if (owed === 0n)
    return `${t("loans.owe.nothing")} ${t("loans.owe.limit", { amount: dollarWords(available, t) })}`;
  if (state === "default") return t("loans.owe.all", { owed: payWords(owed, t) });
  const key = state === "delinquent" ? "late" : isOpen ? "open" : "ahead";
  const day =
    key === "late" ? dates?.defaultAt : state === "grace" ? dates?.lateAt : (ahead?.dueAt ?? dates?.dueAt);
  return t.rich(`loans.owe.${key}`, {
    owed: payWords(owed, t),
    due: payWords(isOpen ? due : (ahead?.due ?? 0n), t),
    day: () => <DueDay at={day ?? 0} />,
  });
}
