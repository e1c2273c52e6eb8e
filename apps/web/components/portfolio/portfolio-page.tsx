"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useOpenWallet } from "@/components/wallet/wallet-dialog-provider";
import { useAccountState } from "@/lib/wallet/use-account";
import { Holdings } from "./holdings";
import { PortfolioFigures } from "./portfolio-figures";

/** It asks five contracts and services: nobody loads that before there is an account. */
const Earning = dynamic(() => import("./earning").then((module) => module.Earning), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});

/** It asks the chain for a credit line: nobody loads that before there is an account. */
const OweLine = dynamic(() => import("@/components/loans/owe-line").then((module) => module.OweLine), {
  ssr: false,
});

/** What do I own? */
export function PortfolioPage() {
  const t = useTranslations();
  const account = useAccountState();
  const openWallet = useOpenWallet();
  return (
    <>
      <PageHead title={t("portfolio.title")} lead={t("portfolio.lead")} />
      {account.status === "starting" && <SkeletonLines lines={6} />}
      {account.status === "none" && (
        <Empty
          title={t("portfolio.connect")}
          action={
            <Button look="primary" onClick={openWallet}>
              {t("wallet.connect")}
            </Button>
          }
        >
          {t("portfolio.connectText")}
        </Empty>
      )}
      {account.status === "connected" && <Portfolio account={account.address} />}
    </>
  );
}

function Portfolio({ account }: { account: Address }) {
  const t = useTranslations();
  return (
    <div className="grid grid-cols-1 gap-16">
      <div>
        <PortfolioFigures account={account} />
        <OweLine account={account} className="mt-8" />
      </div>
      <Section
        title={t("portfolio.shares")}
        action={
          <Link href="/assets" className="prose-link">
            {t("portfolio.allAssets")}
          </Link>
        }
      >
        <Holdings account={account} />
      </Section>
      <Section title={t("portfolio.earning.title")}>
        <Earning account={account} />
      </Section>
      <Section title={t("portfolio.history")}>
        <TransactionList account={account} empty={t("portfolio.noHistory")} />
      </Section>
    </div>
  );
}
