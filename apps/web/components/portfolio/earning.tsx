"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Address } from "viem";
import { Amount } from "@/components/ui/amount";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { campaignState } from "@/lib/campaigns/state";
import { inPool } from "@/lib/domain/pool";
import { qtiForPoints } from "@/lib/domain/store";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { type CampaignNow, useCampaigns, useMyPart } from "@/lib/query/campaigns";
import { usePosition } from "@/lib/query/chain";
import { useChainNow } from "@/lib/query/chain-time";
import { usePositions } from "@/lib/query/pool";
import { usePoints, useTapRewards } from "@/lib/query/rewards";
import { useTapState } from "@/lib/query/taps";

/** What an account has put to work and what it can take: stake in both ways, points, and what waits to be claimed. */
export function Earning({ account }: { account: Address }) {
  const t = useTranslations();
  const vault = usePosition(account);
  const pool = usePositions(account);
  const points = usePoints(account);
  const rewards = useTapRewards();
  const taps = useTapState(account);
  const campaigns = useCampaigns();
  const parts = [vault, pool, points, taps, campaigns];
  const failed = parts.filter(({ data, error }) => data === undefined && error);
  const problem = useErrorText(failed[0]?.error);
  const qti = (value: bigint) => formatAmount(value, { decimals: 18, maximum: 2 }, t);

  const staked = vault.data?.assets ?? 0n;
  const pooled = inPool(pool.data?.rows ?? []);
  const held = points.data ?? 0n;
  const rate = rewards.data?.rate ?? 0n;
  const claimable = taps.data?.claimable ?? 0n;
  return (
    <>
      {problem && (
        <Problem
          text={problem}
          onRetry={() => Promise.all(failed.map(({ refetch }) => refetch()))}
          busy={failed.some(({ isFetching }) => isFetching)}
          className="mb-4"
        />
      )}
      {parts.every(({ data, error }) => data === undefined && !error) ? (
        <SkeletonLines lines={3} />
      ) : (
        <ul className="grid border-rule border-t">
          <Row href="/stake" name={t("portfolio.earning.vault")} note={t("portfolio.earning.vaultNote")}>
            {vault.data ? <Amount value={staked} decimals={18} unit="QTI" maximum={2} /> : "–"}
          </Row>
          <Row
            href="/stake?way=pool"
            name={t("portfolio.earning.pool")}
            note={
              pooled.positions === 0
                ? t("portfolio.earning.poolNone")
                : t("portfolio.earning.poolNote", {
                    count: pooled.positions,
                    earned: qti(pooled.earned),
                  })
            }
          >
            {pool.data ? <Amount value={pooled.amount} decimals={18} unit="QTI" maximum={2} /> : "–"}
          </Row>
          <Row
            href="/rewards/store"
            name={t("portfolio.earning.points")}
            note={
              rate > 0n
                ? t("portfolio.earning.pointsNote", { amount: qti(qtiForPoints(held, rate)) })
                : t("portfolio.earning.pointsClosed")
            }
          >
            {points.data === undefined ? (
              "–"
            ) : (
              <Amount value={held} decimals={6} unit={t("words.points")} maximum={2} />
            )}
          </Row>
          {claimable > 0n && (
            <Row href="/rewards" name={t("portfolio.earning.taps")} note={t("portfolio.earning.toClaim")}>
              <Amount value={claimable} decimals={6} unit={t("words.points")} maximum={2} />
            </Row>
          )}
          {campaigns.data?.map((campaign) => (
            <Part key={String(campaign.campaignId)} campaign={campaign} account={account} />
          ))}
        </ul>
      )}
    </>
  );
}

/** What an account can take from a campaign; nothing where that is nothing. */
function Part({ campaign, account }: { campaign: CampaignNow; account: Address }) {
  const t = useTranslations();
  const now = useChainNow();
  const { data } = useMyPart(campaign, account);
  const due = data ? (data.now?.cumulative ?? 0n) - data.claimed : 0n;
  if (due <= 0n || now === undefined || campaignState(campaign, now) !== "open") return null;
  return (
    <Row
      href="/rewards/campaigns"
      name={campaign.name ?? t("portfolio.earning.campaign", { number: String(campaign.campaignId) })}
      note={t("portfolio.earning.toClaim")}
    >
      <Amount value={due} decimals={18} unit="QTI" maximum={2} />
    </Row>
  );
}

function Row({
  href,
  name,
  note,
  children,
}: {
  href: Route;
  name: string;
  note: string;
  children: ReactNode;
}) {
  return (
    <li className="border-rule border-b">
      <Link
        href={href}
        className="grid min-h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-3 -outline-offset-2 hover:bg-sunken sm:-mx-2 sm:px-2"
      >
        <span className="min-w-0">
          <span className="block font-medium">{name}</span>
          <span className="block text-muted text-sm">{note}</span>
        </span>
        <span className="text-right">{children}</span>
      </Link>
    </li>
  );
}
