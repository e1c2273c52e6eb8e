"use client";

import dynamic from "next/dynamic";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { LoansNav } from "@/components/loans/loans-nav";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { SkeletonLines } from "@/components/ui/skeleton";
import { poolKinds } from "@/lib/domain/loan-kinds";
import { pools } from "@/lib/domain/pools";
import { BookFigures } from "./book-figures";
import { PoolPanel } from "./pool-panel";
import { PoolsTable } from "./pools-table";

/** A tool of its own: who has come to leave does not load it. */
const WaveSimulation = dynamic(() => import("./wave-simulation").then((module) => module.WaveSimulation), {
  ssr: false,
  loading: () => <SkeletonLines lines={6} />,
});

/** Whom does my money carry, and what may it lose? */
export function LendPage() {
  const t = useTranslations();
  const pathname = usePathname();
  const search = useSearchParams();
  const pool = pools.find((each) => each === search.get("pool")) ?? "senior";

  function choose(next: (typeof pools)[number]) {
    // Only the address changes: the page has all it needs, and going back leads to where one came from.
    window.history.replaceState(null, "", next === "senior" ? pathname : `${pathname}?pool=${next}`);
  }

  return (
    <>
      <PageHead title={t("lend.title")} lead={t("lend.lead")} />
      <LoansNav />
      <BookFigures />
      <PoolsTable chosen={pool} onChoose={choose} />
      <div className="mt-16">
        <PoolPanel pool={pool} />
      </div>
      <div className="mt-16 grid grid-cols-1 gap-16">
        <WaveSimulation chosen={pool} />
        <Section title={t("lend.history.moves")}>
          <TransactionList limit={10} kinds={poolKinds} />
        </Section>
      </div>
    </>
  );
}
