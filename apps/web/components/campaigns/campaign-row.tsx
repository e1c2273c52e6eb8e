"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Address } from "viem";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Figure, Figures } from "@/components/ui/figure";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Day } from "@/components/ui/time";
import { isBonus } from "@/lib/campaigns/bonus";
import { campaignName } from "@/lib/campaigns/name";
import { campaignState, campaignTones } from "@/lib/campaigns/state";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { type CampaignNow, useMyPart } from "@/lib/query/campaigns";
import { useAccountState } from "@/lib/wallet/use-account";

// Loaded when somebody opens the lists: most come to take what is theirs.
const RootList = dynamic(() => import("./root-list").then((module) => module.RootList), {
  ssr: false,
  loading: () => <SkeletonLines lines={3} />,
});

/** One campaign: what it pays, what of it is mine, and the lists by which it pays. */
export function CampaignRow({
  campaign,
  account,
  now,
  isPaused,
}: {
  campaign: CampaignNow;
  account: Address | undefined;
  /** Unix seconds of the chain. */
  now: number | undefined;
  isPaused: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const signer = useAccountState();
  const [looking, setLooking] = useState(false);
  const bonus = isBonus(campaign.proposal?.uri);
  const name = campaignName(campaign, t);
  const state = campaignState(campaign, now ?? Number(campaign.createdAt));
  const canSign = signer.status === "connected" && signer.canSign;
  const left = campaign.funded - campaign.claimed;

  async function giveBack() {
    const { returnFlow } = await import("./campaign-flows");
    transact(returnFlow(campaign.campaignId, left, t));
  }

  return (
    <Section
      title={name}
      lead={bonus ? t("campaigns.bonusText") : (campaign.description ?? t("campaigns.unread"))}
      action={
        now !== undefined && <Badge tone={campaignTones[state]}>{t(`campaigns.states.${state}`)}</Badge>
      }
    >
      <div className="grid gap-6">
        <Figures columns={3}>
          <Figure
            label={t("campaigns.figures.funded")}
            value={<Amount value={campaign.funded} decimals={18} unit="QTI" maximum={2} />}
          />
          <Figure
            label={t("campaigns.figures.claimed")}
            value={<Amount value={campaign.claimed} decimals={18} unit="QTI" maximum={2} />}
            note={t("campaigns.figures.takers", {
              count: campaign.claimantCount,
              n: formatCount(campaign.claimantCount, t),
            })}
          />
          <Figure label={t("campaigns.figures.ends")} value={<Day at={Number(campaign.endsAt)} />} />
        </Figures>
        <Mine campaign={campaign} name={name} account={account} isOpen={state === "open" && !isPaused} />
        {state === "over" && left > 0n && canSign && (
          <Button size="small" className="justify-self-start" onClick={() => void giveBack()}>
            {t("campaigns.list.returnRest")}
          </Button>
        )}
        <details onToggle={(event) => setLooking(event.currentTarget.open)}>
          <summary className="disclosure text-sm">{t("campaigns.list.title")}</summary>
          <div className="mt-3">
            {looking && <RootList campaign={campaign} now={now} isPaused={isPaused} />}
          </div>
        </details>
      </div>
    </Section>
  );
}

/** The part of the connected account, and the button that takes it. */
function Mine({
  campaign,
  name,
  account,
  isOpen,
}: {
  campaign: CampaignNow;
  name: string;
  account: Address | undefined;
  isOpen: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const signer = useAccountState();
  const part = useMyPart(campaign, account);
  const problem = useErrorText(part.error);
  if (!account) return null;
  if (problem) return <p className="text-muted text-sm">{problem.sentence}</p>;
  if (!part.data) return null;
  const { claimed, now, later } = part.data;
  const qti = (value: bigint) => `${formatAmount(value, { decimals: 18, maximum: 4 }, t)} QTI`;
  const due = (now?.cumulative ?? 0n) - claimed;
  const soon = (later?.cumulative ?? 0n) - (now?.cumulative ?? 0n);
  const canSign = signer.status === "connected" && signer.canSign;

  async function take() {
    if (!now || !account) return;
    const { takeFlow } = await import("./campaign-flows");
    const { cumulative, proof } = now;
    const claim = { campaignId: campaign.campaignId, holder: account, cumulative, proof };
    transact(takeFlow(claim, { amount: due, name }, t));
  }

  return (
    <div className="grid gap-2">
      {due > 0n && (
        <Button
          look="primary"
          className="justify-self-start"
          disabled={!canSign || !isOpen}
          onClick={() => void take()}
        >
          {t("campaigns.mine.take", { amount: qti(due) })}
        </Button>
      )}
      {claimed > 0n && (
        <p className="text-gain text-sm">{t("campaigns.mine.taken", { amount: qti(claimed) })}</p>
      )}
      {soon > 0n && <p className="text-sm">{t("campaigns.mine.soon", { amount: qti(soon) })}</p>}
      {due <= 0n && soon <= 0n && claimed === 0n && (
        <p className="text-muted text-sm">{t("campaigns.mine.nothing")}</p>
      )}
    </div>
  );
}
