"use client";

import { useTranslations } from "next-intl";
import { RewardsNav } from "@/components/rewards/rewards-nav";
import { PageHead } from "@/components/shell/page-head";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import { useCampaigns, useCampaignsPause } from "@/lib/query/campaigns";
import { useChainNow } from "@/lib/query/chain-time";
import { useAddress } from "@/lib/wallet/use-account";
import { CampaignRow } from "./campaign-row";

/** What of the campaigns is mine? */
export function CampaignsPage() {
  const t = useTranslations();
  const account = useAddress();
  const now = useChainNow();
  const campaigns = useCampaigns();
  const pause = useCampaignsPause();
  const isPaused = now !== undefined && pause.data !== undefined && pause.data > now;
  return (
    <>
      <PageHead title={t("campaigns.title")} lead={t("campaigns.lead")} />
      <RewardsNav />
      {isPaused && (
        <Callout tone="warning" title={t("campaigns.paused")} className="mb-8">
          {t.rich("campaigns.pausedText", { time: () => <Time at={pause.data ?? 0} /> })}
        </Callout>
      )}
      {!account && <p className="mb-8 text-muted">{t("campaigns.connect")}</p>}
      <QueryPanel
        query={campaigns}
        meanwhile={indexMeanwhile}
        isEmpty={(found) => found.length === 0}
        empty={<Empty title={t("campaigns.none")}>{t("campaigns.noneText")}</Empty>}
      >
        {(found) => (
          <div className="grid gap-12">
            {found.map((campaign) => (
              <CampaignRow
                key={String(campaign.campaignId)}
                campaign={campaign}
                account={account}
                now={now}
                isPaused={isPaused}
              />
            ))}
          </div>
        )}
      </QueryPanel>
    </>
  );
}
