"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { useReferrals } from "@/lib/query/rewards";
import { ReferralRow } from "./referral-row";

/** Those an account brought, each with how far they are; whom they brought in turn is one touch further. */
export function ReferralTree({ account, mine = true }: { account: Address; mine?: boolean }) {
  const t = useTranslations();
  const referrals = useReferrals(account);
  return (
    <QueryPanel
      query={referrals}
      meanwhile={indexMeanwhile}
      lines={mine ? 5 : 2}
      isEmpty={(rows) => rows.length === 0}
      empty={
        mine ? (
          <Empty title={t("rewards.referrals.none")}>{t("rewards.referrals.noneText")}</Empty>
        ) : (
          <p className="py-2 text-muted">{t("rewards.referrals.theirsNone")}</p>
        )
      }
    >
      {(rows) => (
        <>
          <ul className={mine ? "grid border-rule border-t" : "grid"}>
            {rows.map((referral) => (
              <ReferralRow key={referral.newcomer} referral={referral} mine={mine} />
            ))}
          </ul>
          {referrals.hasNextPage && (
            <Button
              className="mt-4"
              busy={referrals.isFetchingNextPage}
              onClick={() => void referrals.fetchNextPage()}
            >
              {t("words.showMore")}
            </Button>
          )}
        </>
      )}
    </QueryPanel>
  );
}
