"use client";

import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { useOpenWallet } from "@/components/wallet/wallet-dialog-provider";
import { useReferralRegistry } from "@/lib/query/rewards";
import { useAddress } from "@/lib/wallet/use-account";
import { MyInvitation } from "./my-invitation";
import { ReferralTermsFacts } from "./referral-terms";
import { ReferralTree } from "./referral-tree";
import { RewardsNav } from "./rewards-nav";

/** How do I bring somebody, and what has it brought me? */
export function ReferralsPage() {
  const t = useTranslations();
  const account = useAddress();
  const openWallet = useOpenWallet();
  const registry = useReferralRegistry(account);
  return (
    <>
      <PageHead title={t("rewards.referrals.title")} lead={t("rewards.referrals.lead")} />
      <RewardsNav />
      {registry.data?.isPaused && (
        <Callout tone="warning" title={t("rewards.referrals.paused")} className="mb-8">
          {t("rewards.referrals.pausedText")}
        </Callout>
      )}
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_400px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-12">
          {account ? (
            <>
              <MyInvitation account={account} />
              <Section title={t("rewards.referrals.tree")} lead={t("rewards.referrals.treeLead")}>
                <ReferralTree account={account} />
              </Section>
            </>
          ) : (
            <Empty
              title={t("rewards.referrals.connect")}
              action={
                <Button look="primary" onClick={openWallet}>
                  {t("wallet.connect")}
                </Button>
              }
            >
              {t("rewards.referrals.connectText")}
            </Empty>
          )}
        </div>
        <Section title={t("rewards.referrals.terms")} className="self-start">
          <ReferralTermsFacts registry={registry} />
        </Section>
      </div>
    </>
  );
}
