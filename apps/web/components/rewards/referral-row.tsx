"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AddressText } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { ReferralState } from "@/lib/domain/referrals";
import { formatAmount } from "@/lib/format/amount";
import type { MyReferral } from "@/lib/query/rewards";
import { ReferralProgress } from "./referral-progress";
import { ReferralTree } from "./referral-tree";

const tones: { [state in Exclude<ReferralState, "none">]: "plain" | "accent" | "gain" | "warn" } = {
  bound: "plain",
  final: "accent",
  vested: "gain",
  void: "warn",
};

/** One newcomer: who, how far, what it brought. Of those whom others brought only that. */
export function ReferralRow({ referral, mine }: { referral: MyReferral; mine: boolean }) {
  const t = useTranslations();
  const { newcomer, state, boundAt, paid } = referral;
  const [theirs, setTheirs] = useState(false);
  return (
    <li data-newcomer={newcomer.toLowerCase()} className="border-rule border-b py-4 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="font-medium">
            <AddressText address={newcomer} />
          </span>
          <Badge tone={tones[state]}>{t(`rewards.referrals.status.${state}`)}</Badge>
          <span className="text-muted text-sm">
            {t.rich("rewards.referrals.since", { time: () => <Time at={boundAt} /> })}
          </span>
        </p>
        {mine && paid > 0n && (
          <p className="text-sm">
            {t("rewards.referrals.paidSoFar", { paid: formatAmount(paid, { decimals: 6, maximum: 2 }, t) })}
          </p>
        )}
      </div>
      {mine &&
        (state === "void" ? (
          <p className="mt-2 text-muted text-sm">{t("rewards.referrals.voidText")}</p>
        ) : (
          <ReferralProgress referral={referral} />
        ))}
      <details className="mt-3 text-sm" onToggle={(event) => setTheirs(event.currentTarget.open)}>
        <summary className="disclosure">{t("rewards.referrals.theirs")}</summary>
        {theirs && (
          <div className="mt-1 border-rule border-l-2 pl-4">
            <ReferralTree account={newcomer} mine={false} />
            {mine && <p className="pt-1 text-muted">{t("rewards.referrals.theirsNote")}</p>}
          </div>
        )}
      </details>
    </li>
  );
}
