"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { useCampaigns } from "@/lib/query/campaigns";
import { useChainNow } from "@/lib/query/chain-time";
import { useHoldsRole } from "@/lib/query/operator";
import { CampaignDeskRow } from "./campaign-desk-row";
import { CreateCampaignForm } from "./create-campaign-form";

/** Every campaign with what it needs, and a new one. */
export function CampaignDesk() {
  const t = useTranslations();
  const campaigns = useCampaigns();
  const now = useChainNow();
  const operates = useHoldsRole("rewardsOperator").data === true;
  const [creating, setCreating] = useState(false);
  return (
    <div className="grid gap-8">
      {operates && (
        <Button look="primary" className="justify-self-start" onClick={() => setCreating(true)}>
          {t("operator.create.title")}
        </Button>
      )}
      <Dialog open={creating} onClose={() => setCreating(false)} title={t("operator.create.title")}>
        <CreateCampaignForm now={now} onOpened={() => setCreating(false)} />
      </Dialog>
      <QueryPanel
        query={campaigns}
        meanwhile={indexMeanwhile}
        isEmpty={(found) => found.length === 0}
        empty={<Empty title={t("campaigns.none")}>{t("operator.campaign.noneText")}</Empty>}
      >
        {(found) => (
          <div className="grid gap-12">
            {found.map((campaign) => (
              <CampaignDeskRow
                key={String(campaign.campaignId)}
                campaign={campaign}
                now={now}
                operates={operates}
              />
            ))}
          </div>
        )}
      </QueryPanel>
    </div>
  );
}
