"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { Amount } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { rewardScale } from "@/lib/domain/pool";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { useBalances } from "@/lib/query/chain";
import { useChainNow } from "@/lib/query/chain-time";
import { usePoolNow, usePositions } from "@/lib/query/pool";
import { useAddress } from "@/lib/wallet/use-account";
import { Paused } from "./paused";
import { PoolCharts } from "./pool-charts";
import { PositionForm } from "./position-form";
import { PositionList } from "./position-list";

/** The pool: the positions of who looks, what it has, how it developed, and the way in. */
export function PoolPanel() {
  const t = useTranslations();
  const account = useAddress();
  const pool = usePoolNow();
  const positions = usePositions(account);
  const balances = useBalances(account);
  const now = useChainNow(1);
  const problem = useErrorText(pool.error ?? balances.error);
  const atHand = balances.data?.qti;
  const isPaused = pool.data !== undefined && now !== undefined && pool.data.pausedUntil > now;
  const figures = pool.data;

  return (
    <>
      {problem && (!figures || balances.error) && (
        <Problem
          text={problem}
          onRetry={() => Promise.all([pool.refetch(), balances.refetch()])}
          busy={pool.isFetching || balances.isFetching}
          className="mb-8"
        />
      )}
      {isPaused && <Paused until={pool.data.pausedUntil} />}
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-12 max-lg:order-2">
          <PositionList
            positions={positions}
            connected={account !== undefined}
            atHand={atHand}
            now={now}
            paused={isPaused}
          />
          <div className="border-ink border-t pt-4">
            <Figures columns={3}>
              <Figure
                label={t("staking.pool.inPool")}
                value={figures && <Amount value={figures.totalStaked} decimals={18} unit="QTI" maximum={0} />}
                note={
                  figures &&
                  t("staking.pool.weight", {
                    weight: formatAmount(figures.totalWeight, { decimals: 18, maximum: 0 }, t),
                  })
                }
              />
              <Figure
                label={t("staking.pool.perQti")}
                value={
                  figures && (
                    <Amount
                      value={(figures.rewardPerWeight * 10n ** 18n) / rewardScale}
                      decimals={18}
                      unit="QTI"
                      maximum={6}
                      minimum={6}
                    />
                  )
                }
                note={t("staking.pool.perQtiNote")}
              />
              <Figure
                label={t("staking.toStream")}
                value={figures && <Amount value={figures.stream.left} decimals={18} unit="QTI" maximum={0} />}
                note={
                  figures &&
                  figures.stream.left > 0n &&
                  t.rich("staking.streamEnds", { time: () => <Time at={figures.stream.end} /> })
                }
              />
            </Figures>
          </div>
          <PoolCharts pool={figures} now={now} />
          <Section title={t("staking.pool.moves")}>
            <TransactionList
              limit={10}
              kinds={
                [
                  "POSITION_OPENED",
                  "POSITION_INCREASED",
                  "POSITION_WITHDRAWN",
                  "POSITION_POKED",
                  "POSITION_REWARD_CLAIMED",
                ] as never
              }
            />
          </Section>
        </div>
        <aside
          aria-label={t("staking.pool.open")}
          className="grid grid-cols-1 content-start gap-6 border-ink border-t pt-4 lg:self-start"
        >
          <h2 className="font-semibold text-lg">{t("staking.pool.open")}</h2>
          {figures ? (
            <PositionForm
              locks={figures.locks}
              atHand={atHand}
              totalWeight={figures.totalWeight}
              now={now}
              paused={isPaused}
            />
          ) : (
            !problem && <SkeletonLines lines={8} />
          )}
        </aside>
      </div>
    </>
  );
}
