"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Amount } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { worth } from "@/lib/domain/vault";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { usePosition, useVaultNow } from "@/lib/query/chain";
import { useChainNow } from "@/lib/query/chain-time";
import { useAddress } from "@/lib/wallet/use-account";
import { Paused } from "./paused";
import { SharePriceChart } from "./share-price-chart";
import { StakeForm } from "./stake-form";
import { StakeHistory } from "./stake-history";
import { VaultEarned } from "./vault-earned";

/** The vault: what it has, how it grew, and the way in and out. */
export function VaultPanel() {
  const t = useTranslations();
  const account = useAddress();
  const vault = useVaultNow();
  const position = usePosition(account);
  const now = useChainNow();
  const isPaused = vault.data !== undefined && now !== undefined && vault.data.pausedUntil > now;
  const problem = useErrorText(vault.error ?? position.error);
  // What the shares are worth at this second; the form counts with what the last block said.
  const staked =
    position.data &&
    vault.data &&
    worth(position.data.shares, vault.data.totalAssets, vault.data.totalShares);
  const before = position.data
    ? { staked: position.data.assets, shares: position.data.shares, atHand: position.data.unstakedBalance }
    : undefined;

  return (
    <>
      {problem && (!vault.data || position.error) && (
        <Problem
          text={problem}
          onRetry={() => Promise.all([vault.refetch(), position.refetch()])}
          busy={vault.isFetching || position.isFetching}
          className="mb-8"
        />
      )}
      {isPaused && <Paused until={vault.data.pausedUntil} />}
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-12 max-lg:order-2">
          <div className="border-ink border-t pt-4">
            <Figures columns={3}>
              <Figure
                label={t("staking.price")}
                value={
                  vault.data && (
                    <Amount value={vault.data.sharePrice} decimals={18} unit="QTI" maximum={8} minimum={8} />
                  )
                }
              />
              <Figure
                label={t("staking.inVault")}
                value={
                  vault.data && <Amount value={vault.data.totalAssets} decimals={18} unit="QTI" maximum={0} />
                }
              />
              <Figure
                label={t("staking.toStream")}
                value={
                  vault.data && <Amount value={vault.data.stream.left} decimals={18} unit="QTI" maximum={0} />
                }
                note={
                  vault.data &&
                  vault.data.stream.left > 0n &&
                  t.rich("staking.streamEnds", { time: () => <Time at={vault.data.stream.end} /> })
                }
              />
            </Figures>
          </div>
          <Section title={t("staking.priceHistory")}>
            <SharePriceChart />
          </Section>
          <Section title={t("staking.moves")}>
            <StakeHistory />
          </Section>
        </div>
        <aside
          aria-label={t("staking.yours")}
          className="grid content-start gap-6 lg:sticky lg:top-24 lg:self-start"
        >
          <div className="border-ink border-t pt-4">
            <h2 className="font-semibold text-lg">{t("staking.yours")}</h2>
            {account ? (
              <p className="mt-2 font-semibold text-3xl tracking-tight">
                {position.data ? (
                  <Amount value={staked ?? position.data.assets} decimals={18} unit="QTI" />
                ) : position.error ? (
                  "–"
                ) : (
                  <Skeleton height="h-9" className="w-48" />
                )}
              </p>
            ) : (
              <p className="mt-2 text-muted">{t("staking.connect")}</p>
            )}
            {position.data && position.data.shares > 0n && (
              <p className="mt-1 text-muted text-sm">
                {t("staking.shares", {
                  amount: formatAmount(position.data.shares, { decimals: 24, maximum: 4 }, t),
                })}
              </p>
            )}
            {account && position.data && typeof staked === "bigint" && (
              <VaultEarned account={account} shares={position.data.shares} value={staked} />
            )}
          </div>
          <Tabs
            label={t("staking.tabs.label")}
            tabs={[
              {
                id: "in",
                title: t("staking.tabs.in"),
                content: <StakeForm direction="in" before={before} paused={isPaused} />,
              },
              {
                id: "out",
                title: t("staking.tabs.out"),
                content: <StakeForm direction="out" before={before} />,
              },
            ]}
          />
        </aside>
      </div>
    </>
  );
}
