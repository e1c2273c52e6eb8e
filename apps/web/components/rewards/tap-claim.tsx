"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Figure, Figures } from "@/components/ui/figure";
import { Problem } from "@/components/ui/problem";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { pointsInQti } from "@/lib/domain/taps";
import { pointsWords } from "@/lib/domain/taps-words";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { usePoints, useTapRewards } from "@/lib/query/rewards";
import { useTapRules, useTapState } from "@/lib/query/taps";

/** What an account has in points, and what it can claim now. */
export function TapClaim({ account }: { account: Address }) {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const rules = useTapRules();
  const state = useTapState(account);
  const points = usePoints(account);
  const rewards = useTapRewards();
  const transact = useTransact();
  const problem = useErrorText(points.error ?? rewards.error);
  const rate = rewards.data?.rate ?? 0n;
  const balance = points.data ?? undefined;
  const claimable = state.data?.claimable;
  const earned = state.data?.progress.earned;
  // Earned and not claimed; a day pays less than that where somebody waited long.
  const open = state.data && earned !== undefined ? earned - state.data.claimed : 0n;
  const relay = rules.data?.relay === true;

  async function claim(relayed: boolean) {
    if (balance === undefined || !claimable) return;
    const { claimTapsFlow } = await import("./tap-flows");
    const figures = { account, claimable, balance, rate };
    transact(claimTapsFlow(figures, { apiUrl, relayed }, t));
  }

  return (
    <Section title={t("rewards.claim.title")}>
      {problem && (
        <Problem
          text={problem}
          onRetry={() => Promise.all([points.refetch(), rewards.refetch()])}
          busy={points.isFetching || rewards.isFetching}
          className="mb-4"
        />
      )}
      <Figures columns={3}>
        <Figure
          label={t("rewards.claim.balance")}
          value={
            balance === undefined ? (
              problem && null
            ) : (
              <Amount value={balance} decimals={6} unit={t("words.points")} maximum={2} />
            )
          }
          note={
            rate > 0n &&
            balance !== undefined &&
            t("rewards.claim.worthNow", {
              qti: formatAmount(pointsInQti(balance, rate), { decimals: 18, maximum: 2 }, t),
            })
          }
        />
        <Figure
          label={t("rewards.claim.ready")}
          value={
            claimable === undefined ? undefined : (
              <Amount value={claimable} decimals={6} unit={t("words.points")} maximum={2} />
            )
          }
          note={t("rewards.claim.readyNote")}
        />
      </Figures>
      {rewards.data?.isPaused ? (
        <Callout tone="warning" title={t("rewards.claim.paused")} className="mt-6">
          {t("rewards.claim.pausedText")}
        </Callout>
      ) : (
        claimable !== undefined &&
        (claimable > 0n ? (
          <div className="mt-6 grid max-w-sm gap-3">
            <SignerGate>
              <Button
                look="primary"
                size="large"
                className="w-full"
                disabled={balance === undefined}
                onClick={() => void claim(relay)}
              >
                {t("rewards.claim.claim", { points: pointsWords(claimable, t) })}
              </Button>
              {relay && (
                <Button className="w-full" disabled={balance === undefined} onClick={() => void claim(false)}>
                  {t("rewards.claim.withGas")}
                </Button>
              )}
            </SignerGate>
          </div>
        ) : (
          <p className="mt-6 text-muted">{t("rewards.claim.nothing")}</p>
        ))
      )}
      {claimable !== undefined && open > claimable && rules.data && (
        <p className="mt-4 max-w-prose text-muted text-sm">
          {t("rewards.claim.tomorrow", { points: pointsWords(rules.data.dailyCap, t) })}
        </p>
      )}
    </Section>
  );
}
