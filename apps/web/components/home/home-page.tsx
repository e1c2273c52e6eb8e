"use client";

import Link from "next/link";
import { AssetRows } from "@/components/assets/asset-rows";
import { Section } from "@/components/shell/section";
import { SharePriceChart } from "@/components/staking/share-price-chart";
import { TransactionList } from "@/components/transactions/transaction-list";
import { Button } from "@/components/ui/button";
import { ProtocolFigures } from "./protocol-figures";

/** The rest is offices at work; the pages of what it concerns tell it. */
const worthTelling = [
  "ACCOUNT_ATTESTED",
  "ASSET_TOKENIZED",
  "ASSET_ACTIVATED",
  "VALUATION_STATED",
  "DOCUMENTS_UPDATED",
  "SHARES_TRANSFERRED",
  "STAKE_DEPOSITED",
  "STAKE_WITHDRAWN",
  "STREAM_FUNDED",
] as const;

/** What is going on here, and is it for me? */
export function HomePage() {
  return (
    <>
      <header className="mb-12 max-w-3xl sm:mb-16">
        <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl sm:leading-[1.1]">
          Real assets in shares, and papers that stay private
        </h1>
        <p className="mt-4 max-w-2xl text-lg text-muted sm:text-xl">
          Hold parts of buildings, loans and goods from a browser wallet, under rules that the chain enforces.
          The documents behind them are sealed against the computers of today and against quantum computers.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <Button asChild look="primary" size="large">
            <Link href="/assets">See the assets</Link>
          </Button>
          <Button asChild size="large">
            <Link href="/assets/tokenize">Tokenize one of yours</Link>
          </Button>
        </div>
      </header>
      <ProtocolFigures />
      <div className="mt-16 grid grid-cols-1 gap-16 lg:grid-cols-2">
        <Section
          title="What one staked QTI was worth"
          action={
            <Link href="/stake" className="prose-link">
              Stake
            </Link>
          }
        >
          <SharePriceChart />
        </Section>
        <Section
          title="Assets in circulation"
          action={
            <Link href="/assets" className="prose-link">
              All assets
            </Link>
          }
        >
          <AssetRows limit={5} state="active" />
        </Section>
      </div>
      <Section
        title="Lately"
        className="mt-16"
        lead="Everything that happens is public, and so is its proof."
      >
        <TransactionList limit={8} kinds={worthTelling} />
      </Section>
    </>
  );
}
