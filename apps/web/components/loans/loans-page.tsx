"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { Money } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import { SideBySide } from "@/components/ui/side-by-side";
import { Skeleton } from "@/components/ui/skeleton";
import { dollarWords } from "@/lib/domain/dollars";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { useCreditBook, useTierCaps } from "@/lib/query/credit";
import { useAddress } from "@/lib/wallet/use-account";
import { LoansNav } from "./loans-nav";
import { OweLine } from "./owe-line";

const ways = ["credit", "markets"] as const;
type Way = (typeof ways)[number];

const borrowing: { readonly [way in Way]: Route } = {
  credit: "/loans/credit",
  markets: "/loans/markets",
};
const lending: { readonly [way in Way]: Route } = {
  credit: "/loans/lend",
  markets: "/loans/markets",
};

/** How can I borrow here, how can I lend, and what do I owe? */
export function LoansPage() {
  const t = useTranslations();
  const account = useAddress();
  const book = useCreditBook();
  const caps = useTierCaps();
  const problem = useErrorText(book.error);
  const waiting = <Skeleton className="w-24" />;
  const both = (cell: (way: Way) => ReactNode) => ({ credit: cell("credit"), markets: cell("markets") });
  const money = (value: bigint) => () => <Money value={value} className="font-medium" />;
  const data = book.data;
  const column = (side: "borrow" | "lend", way: Way) => ({
    id: way,
    name: t(`loans.${side}.${way}.name`),
    says: t(`loans.${side}.${way}.says`),
    action: (
      <Button asChild className="h-auto min-h-11 w-full whitespace-normal py-2 sm:w-auto">
        <Link href={side === "borrow" ? borrowing[way] : lending[way]}>{t(`loans.${side}.${way}.go`)}</Link>
      </Button>
    ),
  });
  const borrowRow = (row: "forWhom" | "gives" | "time" | "late") => ({
    label: t(`loans.borrow.rows.${row}`),
    cells: both((way) => t(`loans.borrow.${way}.${row}`)),
  });
  const lendRow = (row: "toWhom" | "loses" | "leaving") => ({
    label: t(`loans.lend.rows.${row}`),
    cells: both((way) => t(`loans.lend.${way}.${row}`)),
  });
  return (
    <>
      <PageHead title={t("loans.title")} lead={t("loans.lead")} />
      <LoansNav />
      {account && <OweLine account={account} className="mb-12" />}
      {problem && !data && (
        <Problem text={problem} onRetry={book.refetch} busy={book.isFetching} className="mb-8" />
      )}
      <div className="grid grid-cols-1 gap-16">
        <section aria-label={t("loans.borrow.title")}>
          <h2 className="mb-4 font-semibold text-2xl tracking-tight">{t("loans.borrow.title")}</h2>
          <SideBySide
            caption={t("loans.borrow.table")}
            what={t("loans.borrow.what")}
            columns={[column("borrow", "credit"), column("borrow", "markets")]}
            rows={[
              borrowRow("forWhom"),
              borrowRow("gives"),
              {
                label: t("loans.borrow.rows.howMuch"),
                cells: {
                  credit: caps.data
                    ? t("loans.borrow.credit.howMuch", { cap: dollarWords(caps.data[0] ?? 0n, t) })
                    : waiting,
                  markets: t("loans.borrow.markets.howMuch"),
                },
              },
              {
                label: t("loans.borrow.rows.costs"),
                cells: {
                  credit: data
                    ? t("loans.borrow.credit.costs", {
                        rate: `${formatAmount(BigInt(data.terms.rateBps), { decimals: 2 }, t)} %`,
                      })
                    : waiting,
                  markets: t("loans.borrow.markets.costs"),
                },
              },
              borrowRow("time"),
              borrowRow("late"),
            ]}
          />
        </section>
        <section aria-label={t("loans.lend.title")}>
          <h2 className="mb-4 font-semibold text-2xl tracking-tight">{t("loans.lend.title")}</h2>
          <SideBySide
            caption={t("loans.lend.table")}
            what={t("loans.borrow.what")}
            columns={[column("lend", "credit"), column("lend", "markets")]}
            rows={[
              lendRow("toWhom"),
              lendRow("loses"),
              lendRow("leaving"),
              {
                label: t("loans.lend.rows.now"),
                cells: {
                  credit: data
                    ? t.rich("loans.lend.credit.now", { lent: money(data.debt), cushion: money(data.junior) })
                    : waiting,
                  markets: t("loans.lend.markets.now"),
                },
              },
            ]}
          />
        </section>
        <Section title={t("loans.vouch.title")} lead={t("loans.vouch.text")}>
          <Button asChild>
            <Link href="/loans/vouch">{t("loans.vouch.go")}</Link>
          </Button>
        </Section>
      </div>
    </>
  );
}
