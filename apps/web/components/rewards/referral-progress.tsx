"use client";

import { Check, Circle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { QueryPanel } from "@/components/ui/query-panel";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Day } from "@/components/ui/time";
import {
  holdDays,
  lockDays,
  type ReferralStep,
  referralSteps,
  vestingPosition,
} from "@/lib/domain/referrals";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import { useChainNow } from "@/lib/query/chain-time";
import { useNameOf } from "@/lib/query/names";
import { type MyReferral, useHeldPositions, useReferral, useReferralRegistry } from "@/lib/query/rewards";
import { useAccountState } from "@/lib/wallet/use-account";

/** What of a referral is done, what is missing, and what can be done now. */
export function ReferralProgress({ referral }: { referral: MyReferral }) {
  const t = useTranslations();
  const { newcomer, paid } = referral;
  const account = useAccountState();
  const registry = useReferralRegistry(undefined);
  const held = useHeldPositions(newcomer);
  const { data } = useReferral(newcomer);
  const now = useChainNow();
  const nameOf = useNameOf();
  const transact = useTransact();
  const minStake = registry.data?.terms.minStake;
  if (minStake === undefined || now === undefined || data === undefined) return <SkeletonLines lines={2} />;
  // The chain is a moment ahead of the index that named the referral.
  const { status: state, bonus } = data;
  const canSign = account.status === "connected" && account.canSign;

  return (
    <QueryPanel query={held} lines={2}>
      {(positions) => {
        const steps = referralSteps({ state, paid, bonus }, positions, minStake, now);
        const position = vestingPosition(state, positions, minStake, now);
        const vest = async () => {
          if (position === undefined || !registry.data) return;
          const { vestReferralFlow } = await import("./referral-flows");
          const terms = { newcomer, positionId: position, ...registry.data.terms };
          transact(vestReferralFlow(terms, nameOf(newcomer), t));
        };
        const claim = async () => {
          const { claimBonusFlow } = await import("./referral-flows");
          transact(claimBonusFlow({ newcomer, bonus }, nameOf(newcomer), t));
        };
        return (
          <>
            <ol aria-label={t("rewards.referrals.steps.label")} className="mt-3 grid gap-1.5 text-sm">
              {steps.map((step) => (
                <li key={step.step} data-step={step.step} data-done={step.done} className="flex gap-2">
                  {step.done ? (
                    <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-gain" strokeWidth={2.5} />
                  ) : (
                    <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
                  )}
                  <span className={step.done ? "" : "text-muted"}>
                    {stepWords(step, minStake, t)}
                    <span className="sr-only">
                      , {step.done ? t("rewards.referrals.steps.done") : t("rewards.referrals.steps.missing")}
                    </span>
                  </span>
                </li>
              ))}
            </ol>
            {canSign && (position !== undefined || bonus > 0n) && (
              <div className="mt-4 flex flex-wrap gap-3">
                {position !== undefined && (
                  <Button size="small" onClick={() => void vest()}>
                    {t("rewards.referrals.vest")}
                  </Button>
                )}
                {bonus > 0n && (
                  <Button size="small" look="primary" onClick={() => void claim()}>
                    {t("rewards.referrals.claim", {
                      amount: formatAmount(bonus, { decimals: 6, maximum: 2 }, t),
                    })}
                  </Button>
                )}
              </div>
            )}
          </>
        );
      }}
    </QueryPanel>
  );
}

function stepWords({ step, done, readyAt }: ReferralStep, minStake: bigint, t: Translator): ReactNode {
  if (done) return t(`rewards.referrals.steps.${step}`);
  switch (step) {
    case "stake":
      return t("rewards.referrals.steps.stakeMissing", {
        amount: formatAmount(minStake, { decimals: 18, maximum: 2 }, t),
        days: lockDays,
      });
    case "hold":
      return readyAt === undefined
        ? t("rewards.referrals.steps.holdMissing", { days: holdDays })
        : t.rich("rewards.referrals.steps.holdUntil", { day: () => <Day at={readyAt} /> });
    case "verify":
      return t("rewards.referrals.steps.verifyMissing");
    case "vest":
      return t("rewards.referrals.steps.vestMissing");
    case "earn":
      return t("rewards.referrals.steps.earnMissing");
  }
}
