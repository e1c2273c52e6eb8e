"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Hex } from "viem";
import { LoansNav } from "@/components/loans/loans-nav";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { QueryPanel } from "@/components/ui/query-panel";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useLendingMarket } from "@/lib/query/markets";
import { ActionForms } from "./action-forms";
import { LendingFigures } from "./lending-figures";
import { YoursPanel } from "./yours-panel";

const loading = () => <SkeletonLines lines={6} />;
// What is below the fold comes when the page stands: who lends or borrows does not wait for pictures.
const CurvePanel = dynamic(() => import("./curve-panel").then((module) => module.CurvePanel), {
  ssr: false,
  loading,
});
const PricePanel = dynamic(() => import("./price-panel").then((module) => module.PricePanel), {
  ssr: false,
  loading,
});
const RulesPanel = dynamic(() => import("./rules-panel").then((module) => module.RulesPanel), {
  ssr: false,
  loading,
});
const AuthorizedPanel = dynamic(() => import("./authorized-panel").then((module) => module.AuthorizedPanel), {
  ssr: false,
  loading,
});

/** One lending market: what I have and owe in it, what could go wrong, and a place to lend and borrow. */
export function MarketPage({ id }: { id: Hex }) {
  const t = useTranslations();
  const market = useLendingMarket(id);
  return (
    <QueryPanel
      query={market}
      lines={10}
      isEmpty={(found) => found === null}
      empty={
        <Empty
          title={t("markets.market.none")}
          action={
            <Button asChild>
              <Link href="/loans/markets">{t("markets.market.all")}</Link>
            </Button>
          }
        >
          {t("markets.market.noneText")}
        </Empty>
      }
    >
      {(found) =>
        found && (
          <>
            <PageHead
              title={found.collateral.name}
              lead={
                <>
                  {t("markets.market.lead", {
                    loan: found.loan.symbol,
                    collateral: found.collateral.symbol,
                  })}{" "}
                  {found.regulated && (
                    <Link href={`/assets/${found.collateral.address}`} className="prose-link">
                      {t("markets.market.asset")}
                    </Link>
                  )}
                </>
              }
              action={
                <Button asChild>
                  <Link href="/loans/markets">{t("markets.market.all")}</Link>
                </Button>
              }
            />
            <LoansNav />
            <LendingFigures market={found} />
            <div className="mt-12 grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
              <div className="grid min-w-0 grid-cols-1 content-start gap-12 max-lg:order-2">
                <YoursPanel market={found} />
                <RulesPanel market={found} />
                <CurvePanel market={found} />
                <PricePanel market={found} />
                <AuthorizedPanel />
              </div>
              <aside
                aria-label={t("markets.market.act")}
                className="min-w-0 lg:sticky lg:top-24 lg:self-start"
              >
                <Tabs
                  label={t("markets.market.tabs")}
                  tabs={[
                    {
                      id: "borrow",
                      title: t("markets.market.borrowTab"),
                      content: <ActionForms market={found} actions={["pledge", "borrow", "repay", "take"]} />,
                    },
                    {
                      id: "lend",
                      title: t("markets.market.lendTab"),
                      content: <ActionForms market={found} actions={["lend", "withdraw"]} />,
                    },
                  ]}
                />
              </aside>
            </div>
          </>
        )
      }
    </QueryPanel>
  );
}
