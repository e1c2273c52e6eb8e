"use client";

import Link from "next/link";
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

/** What do I own? */
export function PortfolioPage() {
  const account = useAccountState();
  const openWallet = useOpenWallet();
  return (
    <>
      <PageHead title="Portfolio" lead="What you own, what you stake, and everything that happened to it." />
      {account.status === "starting" && <SkeletonLines lines={6} />}
      {account.status === "none" && (
        <Empty
          title="Connect a wallet to see what is yours"
          action={
            <Button look="primary" onClick={openWallet}>
              Connect a wallet
            </Button>
          }
        >
          You can also watch any address, without signing anything.
        </Empty>
      )}
      {account.status === "connected" && <Portfolio account={account.address} />}
    </>
  );
}

function Portfolio({ account }: { account: Address }) {
  return (
    <div className="grid grid-cols-1 gap-16">
      <PortfolioFigures account={account} />
      <Section
        title="Shares of assets"
        action={
          <Link href="/assets" className="prose-link">
            All assets
          </Link>
        }
      >
        <Holdings account={account} />
      </Section>
      <Section title="History">
        <TransactionList account={account} empty="Nothing has happened to this account yet" />
      </Section>
    </div>
  );
}
