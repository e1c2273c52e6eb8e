"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { LoansNav } from "@/components/loans/loans-nav";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { liquidationKinds } from "@/lib/domain/loan-kinds";
import { type RipePosition, useRipePositions } from "@/lib/query/markets";
import { useAddress } from "@/lib/wallet/use-account";
import { RipeRow } from "./ripe-row";

/** Which debts may be liquidated, what does that pay, and may I? */
export function LiquidationsPage() {
  const t = useTranslations();
  const account = useAddress();
  const found = useRipePositions(account);
  return (
    <>
      <PageHead
        title={t("shell.pages.liquidations")}
        lead={t("markets.liquidations.lead")}
        action={
          <Button asChild>
            <Link href="/loans/markets">{t("markets.market.all")}</Link>
          </Button>
        }
      />
      <LoansNav />
      <QueryPanel
        query={found}
        meanwhile={indexMeanwhile}
        lines={8}
        isEmpty={(rows) => rows.length === 0}
        empty={<Empty title={t("markets.liquidations.none")}>{t("markets.liquidations.noneText")}</Empty>}
      >
        {(rows) => {
          const ripe = rows.filter(({ view }) => view.isRipe);
          const close = rows.filter(({ view }) => !view.isRipe);
          return (
            <div className="grid grid-cols-1 gap-12">
              <Section title={t("markets.liquidations.ripe")}>
                <Rows rows={ripe} none={t("markets.liquidations.noneRipe")} />
              </Section>
              <Section title={t("markets.liquidations.close")}>
                <Rows rows={close} none={t("markets.liquidations.noneClose")} />
              </Section>
            </div>
          );
        }}
      </QueryPanel>
      <Section title={t("markets.liquidations.lately")} className="mt-16">
        <TransactionList limit={10} kinds={liquidationKinds} empty={t("markets.liquidations.latelyNone")} />
      </Section>
      <Section title={t("markets.liquidations.how")} className="mt-16">
        <p className="max-w-prose text-muted">{t("markets.liquidations.howText")}</p>
      </Section>
    </>
  );
}

function Rows({ rows, none }: { rows: readonly RipePosition[]; none: string }) {
  if (rows.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="grid border-rule border-t">
      {rows.map((found) => (
        <li key={`${found.market.id}-${found.borrower}`} className="border-rule border-b">
          <RipeRow found={found} />
        </li>
      ))}
    </ul>
  );
}
