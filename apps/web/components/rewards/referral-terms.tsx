"use client";

import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { type PanelQuery, QueryPanel } from "@/components/ui/query-panel";
import { earlyDays, holdDays, lockDays } from "@/lib/domain/referrals";
import { formatAmount, formatShare } from "@/lib/format/amount";
import type { ReferralRegistryNow } from "@/lib/query/rewards";

/** What bringing somebody pays, and when: as the chain says it now. */
export function ReferralTermsFacts({ registry }: { registry: PanelQuery<ReferralRegistryNow> }) {
  const t = useTranslations();
  const points = (value: bigint) => formatAmount(value, { decimals: 6, maximum: 2 }, t);
  return (
    <QueryPanel query={registry} lines={5}>
      {({ terms, paid }) => (
        <>
          <Facts
            rows={[
              {
                label: t("rewards.referrals.bonus"),
                value: t("rewards.referrals.bonusValue", {
                  part: formatShare(BigInt(terms.bonusBps), 10_000n, 2, t),
                  days: earlyDays,
                }),
              },
              {
                label: t("rewards.referrals.caps"),
                value: t("rewards.referrals.capsValue", {
                  newcomer: points(terms.newcomerCap),
                  referrer: points(terms.referrerCap),
                }),
              },
              {
                label: t("rewards.referrals.stake"),
                value: t("rewards.referrals.stakeValue", {
                  amount: formatAmount(terms.minStake, { decimals: 18, maximum: 2 }, t),
                  days: lockDays,
                }),
              },
              {
                label: t("rewards.referrals.hold"),
                value: t("rewards.referrals.holdValue", { days: holdDays }),
              },
              ...(paid === undefined
                ? []
                : [
                    {
                      label: t("rewards.referrals.soFar"),
                      value: t("rewards.referrals.soFarValue", {
                        paid: points(paid),
                        cap: points(terms.referrerCap),
                      }),
                    },
                  ]),
            ]}
          />
          <p className="mt-4 text-muted text-sm">{t("rewards.referrals.change")}</p>
        </>
      )}
    </QueryPanel>
  );
}
