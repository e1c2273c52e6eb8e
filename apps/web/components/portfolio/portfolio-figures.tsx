"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Amount, Money } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { inPool } from "@/lib/domain/pool";
import { earnedInVault } from "@/lib/domain/vault";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useBalances, usePosition } from "@/lib/query/chain";
import { usePortfolio } from "@/lib/query/graph";
import { useHoldingsOnChain } from "@/lib/query/holdings";
import { usePositions } from "@/lib/query/pool";

/** What an account is worth by its own figures: exact balances from the chain, earnings from the history. */
export function PortfolioFigures({ account }: { account: Address }) {
  const t = useTranslations();
  const balances = useBalances(account);
  const position = usePosition(account);
  const portfolio = usePortfolio(account);
  const positions = usePositions(account);
  const holdings = useHoldingsOnChain(account, portfolio.data);
  const problem = useErrorText(balances.error ?? position.error);

  const stake = portfolio.data?.stake;
  const pool = inPool(positions.data?.rows ?? []);
  // Without the index nobody knows which positions there are: a sum without them would be a wrong one.
  const isWhole = positions.data !== undefined;
  const staked = position.data && isWhole ? position.data.assets + pool.amount : undefined;
  const earned =
    position.data && stake && isWhole
      ? earnedInVault(stake, position.data.assets) + pool.earned + pool.claimed
      : undefined;

  return (
    <section aria-label={t("portfolio.figures.title")} className="border-ink border-t pt-6">
      {problem && (
        <Problem
          text={problem}
          onRetry={() => Promise.all([balances.refetch(), position.refetch()])}
          busy={balances.isFetching || position.isFetching}
          className="mb-6"
        />
      )}
      <Figures>
        <Figure
          label={t("portfolio.shares")}
          value={
            holdings.value !== undefined ? (
              <Money value={holdings.value} />
            ) : portfolio.error ? null : undefined
          }
          note={t("portfolio.figures.valued")}
        />
        <Figure
          label={t("portfolio.figures.staked")}
          value={
            staked !== undefined ? (
              <Amount value={staked} decimals={18} unit="QTI" maximum={2} />
            ) : (position.error ?? positions.error) ? null : undefined
          }
          note={
            earned !== undefined && earned > 0n
              ? t.rich("portfolio.figures.earned", {
                  amount: () => <Amount value={earned} decimals={18} unit="QTI" signed maximum={2} />,
                })
              : t("portfolio.figures.nothingEarned")
          }
        />
        <Figure
          label={t("portfolio.figures.atHand")}
          value={
            balances.data ? (
              <Amount value={balances.data.qti} decimals={18} unit="QTI" maximum={2} />
            ) : balances.error ? null : undefined
          }
        />
        <Figure
          label={t("portfolio.figures.dollars")}
          value={balances.data ? <Money value={balances.data.dollar} /> : balances.error ? null : undefined}
        />
      </Figures>
    </section>
  );
}
