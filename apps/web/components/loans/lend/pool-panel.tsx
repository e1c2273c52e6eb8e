"use client";

import type { CreditPool } from "@qti/sdk";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Money } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { dollarWords } from "@/lib/domain/dollars";
import { noticeState, shareDecimals, sharesWorth } from "@/lib/domain/pools";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { useBalances } from "@/lib/query/chain";
import { useChainNow } from "@/lib/query/chain-time";
import {
  type BookNow,
  type MyPools,
  type PoolsNow,
  useCreditBook,
  useCreditPools,
  useMyPools,
} from "@/lib/query/credit";
import { useAddress } from "@/lib/wallet/use-account";
import { DepositForm } from "./deposit-form";
import { LeaveForm } from "./leave-form";
import { NoticeForm } from "./notice-form";
import { NoticePanel } from "./notice-panel";

const loading = () => <SkeletonLines lines={4} />;
// The way in and out is there before what is below it.
const PoolPriceChart = dynamic(() => import("./pool-price-chart").then((module) => module.PoolPriceChart), {
  ssr: false,
  loading,
});
const QueuePanel = dynamic(() => import("./queue-panel").then((module) => module.QueuePanel), {
  ssr: false,
  loading,
});

/** One pool: what one has in it and what leaving would pay, how its price developed, and the way in and out. */
export function PoolPanel({ pool }: { pool: CreditPool }) {
  const t = useTranslations();
  const account = useAddress();
  const book = useCreditBook();
  const pools = useCreditPools();
  const mine = useMyPools(account);
  const balances = useBalances(account);
  const now = useChainNow();
  const parts = [book, pools, mine, balances];
  const problem = useErrorText(parts.find(({ data, error }) => data === undefined && error)?.error);
  const isReady = book.data && pools.data && now !== undefined;
  const isPaused = book.data !== undefined && now !== undefined && book.data.pausedUntil > now;
  return (
    <>
      {problem && (
        <Problem
          text={problem}
          onRetry={() => Promise.all(parts.map(({ refetch }) => refetch()))}
          busy={parts.some(({ isFetching }) => isFetching)}
          className="mb-8"
        />
      )}
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-12 max-lg:order-2">
          <Section title={t("lend.yours.title")}>
            {!account ? (
              <p className="text-muted">{t("lend.yours.connect")}</p>
            ) : mine.data && isReady ? (
              <Mine pool={pool} mine={mine.data} book={book.data} pools={pools.data} now={now} />
            ) : (
              !problem && <SkeletonLines lines={3} />
            )}
          </Section>
          {pool === "senior" && <QueuePanel account={account} />}
          <Section title={t("lend.history.price")}>
            <PoolPriceChart pool={pool} />
          </Section>
        </div>
        <aside
          aria-label={t(`lend.pools.${pool}.name`)}
          className="grid grid-cols-1 content-start gap-6 border-ink border-t pt-4 lg:self-start"
        >
          <h2 className="font-semibold text-lg">{t(`lend.pools.${pool}.name`)}</h2>
          {isReady ? (
            <Tabs
              key={pool}
              label={t(`lend.pools.${pool}.name`)}
              tabs={[
                {
                  id: "in",
                  title: t("lend.deposit.tab"),
                  content: (
                    <DepositForm
                      pool={pool}
                      figures={pools.data[pool]}
                      atHand={balances.data?.dollar}
                      closed={isPaused || !book.data.isOpen}
                    />
                  ),
                },
                {
                  id: "out",
                  title: t("lend.leave.tab"),
                  content:
                    pool === "senior" ? (
                      <LeaveForm mine={mine.data?.senior} pool={pools.data.senior} book={book.data} />
                    ) : (
                      <NoticeForm
                        mine={mine.data?.firstLoss}
                        notice={mine.data?.notice}
                        pool={pools.data.firstLoss}
                        now={now}
                      />
                    ),
                },
              ]}
            />
          ) : (
            !problem && <SkeletonLines lines={8} />
          )}
        </aside>
      </div>
    </>
  );
}

/** What an account has in a pool, and what leaving would pay. */
function Mine({
  pool,
  mine,
  book,
  pools,
  now,
}: {
  pool: CreditPool;
  mine: MyPools;
  book: BookNow;
  pools: PoolsNow;
  now: number;
}) {
  const t = useTranslations();
  const { shares, worth, exitWorth, redeemable } = mine[pool];
  const { notice } = mine;
  const { totalAssets, totalShares } = pools[pool];
  if (shares === 0n && !(pool === "firstLoss" && notice))
    return <p className="text-muted">{t("lend.yours.none")}</p>;
  const haircut = worth - exitWorth;
  const atOnce = sharesWorth(redeemable, pool === "senior" ? book.seniorExit : book.junior, totalShares);
  return (
    <div className="grid gap-6">
      <Figures columns={3}>
        <Figure
          label={t("lend.yours.worth")}
          value={<Money value={worth} />}
          note={t("lend.yours.sharesNote", {
            shares: formatAmount(shares, { decimals: shareDecimals, maximum: 4 }, t),
          })}
        />
        {pool === "senior" && (
          <Figure
            label={t("lend.yours.leaves")}
            value={<Money value={exitWorth} />}
            note={
              haircut > 0n
                ? t("lend.yours.leavesNote", { haircut: dollarWords(haircut, t) })
                : t("lend.yours.leavesFull")
            }
          />
        )}
        {pool === "senior" && (
          <Figure
            label={t("lend.yours.atOnce")}
            value={<Money value={atOnce} />}
            note={t(redeemable < shares ? "lend.yours.atOnceNote" : "lend.yours.atOnceAll")}
          />
        )}
        {pool === "firstLoss" && notice && (
          <Figure
            label={t("lend.yours.notice")}
            value={<Money value={sharesWorth(notice.shares, totalAssets, totalShares)} />}
          />
        )}
      </Figures>
      {pool === "firstLoss" && notice && (
        <NoticePanel
          notice={notice}
          state={noticeState(notice, now)}
          redeemable={redeemable}
          pool={pools.firstLoss}
        />
      )}
    </div>
  );
}
