"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
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
  const t = useTranslations();
  return (
    <>
      <header className="mb-12 max-w-3xl sm:mb-16">
        <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl sm:leading-[1.1]">
          {t("home.title")}
        </h1>
        <p className="mt-4 max-w-2xl text-lg text-muted sm:text-xl">{t("home.lead")}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <Button asChild look="primary" size="large">
            <Link href="/assets">{t("home.seeAssets")}</Link>
          </Button>
          <Button asChild size="large">
            <Link href="/assets/tokenize">{t("home.tokenize")}</Link>
          </Button>
        </div>
      </header>
      <ProtocolFigures />
      <div className="mt-16 grid grid-cols-1 gap-16 lg:grid-cols-2">
        <Section
          title={t("home.sharePrice")}
          action={
            <Link href="/stake" className="prose-link">
              {t("home.stake")}
            </Link>
          }
        >
          <SharePriceChart />
        </Section>
        <Section
          title={t("home.circulating")}
          action={
            <Link href="/assets" className="prose-link">
              {t("home.allAssets")}
            </Link>
          }
        >
          <AssetRows limit={5} state="active" />
        </Section>
      </div>
      <Section title={t("home.lately")} className="mt-16" lead={t("home.latelyLead")}>
        <TransactionList limit={8} kinds={worthTelling} />
      </Section>
    </>
  );
}
