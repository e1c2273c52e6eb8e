"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { RewardsNav } from "@/components/rewards/rewards-nav";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { Amount } from "@/components/ui/amount";
import { Callout } from "@/components/ui/callout";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { Time } from "@/components/ui/time";
import { qtiForPoints } from "@/lib/domain/store";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { useStanding } from "@/lib/query/chain";
import { useChainNow } from "@/lib/query/chain-time";
import { usePoints } from "@/lib/query/rewards";
import { useStore } from "@/lib/query/store";
import { useAddress } from "@/lib/wallet/use-account";
import { ExchangeForm } from "./exchange-form";
import { ItemList } from "./item-list";
import { OrderList } from "./order-list";

/** What can I get for my points? */
export function StorePage() {
  const t = useTranslations();
  const account = useAddress();
  const now = useChainNow();
  const store = useStore();
  const points = usePoints(account);
  const standing = useStanding(account);
  const problem = useErrorText(store.error ?? points.error);
  const isPaused = now !== undefined && store.data !== undefined && store.data.pausedUntil > now;
  const isVerified = standing.data?.canReceive;
  const mayRedeem = !isPaused && isVerified !== false;
  const qti = (value: bigint) => `${formatAmount(value, { decimals: 18, maximum: 2 }, t)} QTI`;

  return (
    <>
      <PageHead title={t("store.title")} lead={t("store.lead")} />
      <RewardsNav />
      {problem && (
        <Problem
          text={problem}
          onRetry={() => Promise.all([store.refetch(), points.refetch()])}
          busy={store.isFetching || points.isFetching}
          className="mb-8"
        />
      )}
      {isPaused && (
        <Callout tone="warning" title={t("store.paused")} className="mb-8">
          {t.rich("store.pausedText", { time: () => <Time at={store.data?.pausedUntil ?? 0} /> })}
        </Callout>
      )}
      {account && isVerified === false && (
        <Callout
          title={t("store.unverified")}
          action={
            <Link href="/identity" className="font-medium underline underline-offset-4">
              {t("store.verify")}
            </Link>
          }
          className="mb-8"
        >
          {t("store.unverifiedText")}
        </Callout>
      )}
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-12">
          <div className="border-ink border-t pt-4">
            <Figures columns={3}>
              <Figure
                label={t("store.yours")}
                value={
                  account
                    ? points.data !== undefined && (
                        <Amount value={points.data ?? 0n} decimals={6} unit={t("words.points")} maximum={2} />
                      )
                    : null
                }
                note={
                  !account ? (
                    t("store.connect")
                  ) : points.data === 0n ? (
                    <Link href="/rewards" className="underline underline-offset-4">
                      {t("store.earn")}
                    </Link>
                  ) : (
                    points.data != null &&
                    store.data !== undefined &&
                    store.data.rate > 0n &&
                    t("store.worth", { amount: qti(qtiForPoints(points.data, store.data.rate)) })
                  )
                }
              />
              <Figure
                label={t("store.rate")}
                value={
                  store.data &&
                  (store.data.rate > 0n ? (
                    <Amount value={store.data.rate} decimals={18} unit="QTI" maximum={6} />
                  ) : (
                    t("store.rateClosed")
                  ))
                }
              />
              <Figure
                label={t("store.budget")}
                value={
                  store.data && <Amount value={store.data.budgetLeft} decimals={18} unit="QTI" maximum={0} />
                }
                note={
                  store.data &&
                  store.data.budgetLimit > 0n &&
                  t.rich("store.budgetNote", {
                    limit: formatAmount(store.data.budgetLimit, { decimals: 18, maximum: 0 }, t),
                    time: () => <Time at={store.data.budgetRenewsAt} />,
                  })
                }
              />
            </Figures>
          </div>
          <Section title={t("store.items.title")}>
            <ItemList points={points.data ?? undefined} mayRedeem={mayRedeem} />
          </Section>
          <Section title={t("store.orders.title")}>
            <OrderList />
          </Section>
        </div>
        <aside className="grid content-start gap-12 lg:sticky lg:top-24 lg:self-start">
          <Section title={t("store.exchange.title")}>
            <ExchangeForm store={store.data} points={points.data ?? undefined} mayRedeem={mayRedeem} />
          </Section>
          {account && (
            <Section title={t("store.exchanges.title")}>
              <TransactionList
                account={account}
                kinds={["POINTS_EXCHANGED"]}
                limit={5}
                empty={t("store.exchanges.none")}
              />
            </Section>
          )}
        </aside>
      </div>
    </>
  );
}
