"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { LoansNav } from "@/components/loans/loans-nav";
import { PageHead } from "@/components/shell/page-head";
import { LoanSection } from "@/components/spaces/loan-section";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { creditView } from "@/lib/domain/credit";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useChainNow } from "@/lib/query/chain-time";
import { useCreditBook, useCreditLine } from "@/lib/query/credit";
import { useAccountState } from "@/lib/wallet/use-account";
import { CreditIntro } from "./credit-intro";
import { LineSays } from "./line-says";

const loading = () => <SkeletonLines lines={8} />;
// Who only looks loads none of them, and who has a line not what those see who have none.
const LinePanel = dynamic(() => import("./line-panel").then((module) => module.LinePanel), {
  ssr: false,
  loading,
});
const ApplyPanel = dynamic(() => import("./apply-panel").then((module) => module.ApplyPanel), {
  ssr: false,
  loading,
});
const VouchersPanel = dynamic(() => import("./vouchers-panel").then((module) => module.VouchersPanel), {
  ssr: false,
  loading,
});

/** What do I owe and when? */
export function CreditPage() {
  const t = useTranslations();
  const account = useAccountState();
  return (
    <>
      <PageHead title={t("credit.title")} lead={t("credit.lead")} />
      <LoansNav />
      {account.status === "starting" && <SkeletonLines lines={8} />}
      {account.status === "none" && <CreditIntro />}
      {account.status === "connected" && <CreditOf account={account.address} />}
    </>
  );
}

function CreditOf({ account }: { account: Address }) {
  const t = useTranslations();
  const credit = useCreditLine(account);
  const book = useCreditBook();
  const now = useChainNow();
  const problem = useErrorText(credit.error ?? book.error);
  const isMissing = credit.data === undefined || book.data === undefined;
  if (problem && isMissing)
    return (
      <Problem
        text={problem}
        onRetry={() => Promise.all([credit.refetch(), book.refetch()])}
        busy={credit.isFetching || book.isFetching}
      />
    );
  if (isMissing || now === undefined) return <SkeletonLines lines={8} />;
  if (credit.data === null)
    return (
      <>
        <Callout
          className="mb-12"
          title={t("credit.unverified.title")}
          action={
            <Button asChild size="small">
              <Link href="/identity">{t("credit.unverified.verify")}</Link>
            </Button>
          }
        >
          {t("credit.unverified.text")}
        </Callout>
        <CreditIntro />
      </>
    );
  const { reading } = credit.data;
  if (reading.line.limit === 0n && creditView(reading, now).owed === 0n)
    return (
      <div className="grid grid-cols-1 gap-16">
        {reading.barredUntil > 0 && <LineSays reading={reading} now={now} />}
        <ApplyPanel account={account} limit={0n} now={now} />
        <LoanSection account={account} identity={credit.data.identity} />
        <VouchersPanel account={account} identity={credit.data.identity} />
        <CreditIntro />
      </div>
    );
  return <LinePanel account={account} credit={credit.data} book={book.data} now={now} />;
}
