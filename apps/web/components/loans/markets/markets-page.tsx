"use client";

import type { GetMarketPositionReturnType } from "@qti/sdk";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Address } from "viem";
import { LoansNav } from "@/components/loans/loans-nav";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { holdingOf, type MarketNow, partWords, rateWords, tokenWords } from "@/lib/domain/market";
import { useLendingMarkets, useMyPositions } from "@/lib/query/markets";
import { useAddress } from "@/lib/wallet/use-account";

/** Where can I lend, against what can I borrow, and what does it cost? */
export function MarketsPage() {
  const t = useTranslations();
  const account = useAddress();
  const markets = useLendingMarkets();
  const positions = useMyPositions(markets.data, account);
  return (
    <>
      <PageHead
        title={t("shell.pages.lendingMarkets")}
        lead={t("markets.list.lead")}
        action={
          <Button asChild>
            <Link href="/loans/markets/liquidations">{t("markets.list.liquidations")}</Link>
          </Button>
        }
      />
      <LoansNav />
      <QueryPanel
        query={markets}
        meanwhile={indexMeanwhile}
        lines={8}
        isEmpty={(found) => found.length === 0}
        empty={<Empty title={t("markets.list.empty")}>{t("markets.list.emptyText")}</Empty>}
      >
        {(found) => (
          <ul aria-label={t("markets.list.table")} className="grid border-ink border-t">
            {found.map((market) => (
              <li key={market.id} className="border-rule border-b">
                <MarketRow market={market} position={positions.data?.get(market.id)} account={account} />
              </li>
            ))}
          </ul>
        )}
      </QueryPanel>
      <p className="mt-8">
        <Link href="/loans/markets/desk" className="prose-link text-sm">
          {t("markets.list.desk")}
        </Link>
      </p>
    </>
  );
}

function MarketRow({
  market,
  position,
  account,
}: {
  market: MarketNow;
  position: GetMarketPositionReturnType | undefined;
  account: Address | undefined;
}) {
  const t = useTranslations();
  const { loan, collateral } = market;
  return (
    <article className="grid gap-x-8 gap-y-4 py-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <h2 className="font-semibold text-lg">
          <Link href={`/loans/markets/${market.id}`} className="hover:underline">
            {collateral.name}
          </Link>
        </h2>
        <p className="text-muted text-sm">
          {t("markets.list.market", { loan: loan.symbol, collateral: collateral.symbol })}
        </p>
        <p className="text-muted text-sm">
          {t("markets.list.ltv", { part: partWords(market.params.lltv, t) })}
        </p>
        {account && position && <Mine market={market} position={position} />}
      </div>
      <dl className="grid grid-cols-2 content-start gap-x-6 gap-y-4 sm:grid-cols-5">
        <Small label={t("markets.list.lendRate")} note={t("markets.list.aYear")} strong>
          {rateWords(market.supplyRate, t)}
        </Small>
        <Small label={t("markets.list.borrowRate")} note={t("markets.list.aYear")} strong>
          {rateWords(market.borrowRate, t)}
        </Small>
        <Small label={t("markets.list.lent")}>{tokenWords(market.supplied, loan, t)}</Small>
        <Small label={t("markets.list.borrowed")}>{tokenWords(market.borrowed, loan, t)}</Small>
        <Small label={t("markets.list.used")}>{partWords(market.utilisation, t)}</Small>
      </dl>
    </article>
  );
}

function Small({
  label,
  note,
  strong = false,
  children,
}: {
  label: string;
  note?: string;
  strong?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className={strong ? "font-semibold text-lg" : "mt-0.5"}>{children}</dd>
      {note && <dd className="text-muted text-sm">{note}</dd>}
    </div>
  );
}

/** What the account that looks has in a market, where it has anything. */
function Mine({ market, position }: { market: MarketNow; position: GetMarketPositionReturnType }) {
  const t = useTranslations();
  const { lent, debt, collateral } = holdingOf(market, position);
  const has = [
    lent > 0n && t("markets.list.yoursLent", { amount: tokenWords(lent, market.loan, t) }),
    collateral > 0n &&
      t("markets.list.yoursPledged", { amount: tokenWords(collateral, market.collateral, t) }),
    debt > 0n && t("markets.list.yoursOwed", { amount: tokenWords(debt, market.loan, t) }),
  ].filter((each) => each !== false);
  if (has.length === 0) return null;
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 text-sm">
      <span className="font-medium">{t("markets.list.yours")}</span>
      {has.map((each) => (
        <span key={each} className="whitespace-nowrap">
          {each}
        </span>
      ))}
    </p>
  );
}
