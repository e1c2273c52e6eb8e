"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActionBar } from "@/components/desks/action-bar";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy";
import { Dialog } from "@/components/ui/dialog";
import { Facts } from "@/components/ui/facts";
import { Figure, Figures } from "@/components/ui/figure";
import { Day, Time } from "@/components/ui/time";
import { campaignName } from "@/lib/campaigns/name";
import { campaignState, campaignTones, rootState } from "@/lib/campaigns/state";
import { shortAddress } from "@/lib/format/address";
import { formatCount } from "@/lib/format/amount";
import type { CampaignNow } from "@/lib/query/campaigns";
import { useAccountState } from "@/lib/wallet/use-account";
import { ExtendForm } from "./extend-form";
import { FundForm } from "./fund-form";

/** One campaign as its operator sees it: its money, the list that counts, the one that waits, and what can be done. */
export function CampaignDeskRow({
  campaign,
  now,
  operates,
}: {
  campaign: CampaignNow;
  /** Unix seconds of the chain. */
  now: number | undefined;
  /** The connected account operates rewards. */
  operates: boolean;
}) {
  const t = useTranslations();
  const [open, setOpen] = useState<"fund" | "extend">();
  const name = campaignName(campaign, t);
  const state = campaignState(campaign, now ?? Number(campaign.createdAt));
  const runs = state === "open" || state === "empty";
  const close = () => setOpen(undefined);
  const form = { campaign: { ...campaign, name }, onOpened: close };
  return (
    <Section
      title={name}
      lead={campaign.description}
      action={
        now !== undefined && <Badge tone={campaignTones[state]}>{t(`campaigns.states.${state}`)}</Badge>
      }
    >
      <div className="grid gap-6">
        <Money campaign={campaign} />
        <Facts
          rows={[
            { label: t("operator.campaign.counts"), value: <Counts campaign={campaign} /> },
            { label: t("operator.campaign.waits"), value: <Waits campaign={campaign} now={now} /> },
          ]}
        />
        <Actions campaign={campaign} now={now}>
          {operates && runs && (
            <>
              <Button size="small" onClick={() => setOpen("fund")}>
                {t("operator.fund.button")}
              </Button>
              <Button size="small" onClick={() => setOpen("extend")}>
                {t("operator.extend.button")}
              </Button>
            </>
          )}
        </Actions>
        <Link href="/rewards/campaigns" className="prose-link justify-self-start text-sm">
          {t("operator.campaign.everybody")}
        </Link>
      </div>
      <Dialog open={open === "fund"} onClose={close} title={t("operator.fund.title", { name })}>
        <FundForm {...form} />
      </Dialog>
      <Dialog open={open === "extend"} onClose={close} title={t("operator.extend.title", { name })}>
        <ExtendForm {...form} now={now} />
      </Dialog>
    </Section>
  );
}

function Money({ campaign }: { campaign: CampaignNow }) {
  const t = useTranslations();
  const { funded, claimed, claimantCount, returned, total, endsAt } = campaign;
  const amount = (value: bigint) => <Amount value={value} decimals={18} unit="QTI" maximum={2} />;
  return (
    <Figures>
      <Figure label={t("campaigns.figures.funded")} value={amount(funded)} />
      <Figure
        label={t("campaigns.figures.claimed")}
        value={amount(claimed)}
        note={t("campaigns.figures.takers", { count: claimantCount, n: formatCount(claimantCount, t) })}
      />
      <Figure
        label={t("operator.campaign.left")}
        value={amount(funded - claimed - returned)}
        note={
          total < funded && t.rich("operator.campaign.unpromised", { amount: () => amount(funded - total) })
        }
      />
      <Figure label={t("campaigns.figures.ends")} value={<Day at={Number(endsAt)} />} />
    </Figures>
  );
}

/** A root by its short form; the whole of it is copied on click. */
function Root({ root }: { root: string }) {
  const t = useTranslations();
  return (
    <CopyText text={root} label={t("campaigns.list.root")}>
      <span>{shortAddress(root)}</span>
    </CopyText>
  );
}

/** What the list that counts gives, and its root. */
function Counts({ campaign: { root, total } }: { campaign: CampaignNow }) {
  const t = useTranslations();
  if (!root) return t("operator.campaign.none");
  return (
    <>
      <Amount value={total} decimals={18} unit="QTI" maximum={2} /> · <Root root={root} />
    </>
  );
}

/** What the list that waits would give, and until when it can be stopped. */
function Waits({ campaign: { proposal, root }, now }: { campaign: CampaignNow; now: number | undefined }) {
  const t = useTranslations();
  if (proposal?.state !== "PENDING") return t("operator.campaign.none");
  const at = rootState(proposal, root, now ?? Number(proposal.createdAt));
  return (
    <>
      <Amount value={proposal.total} decimals={18} unit="QTI" maximum={2} /> · <Root root={proposal.root} />
      <span className="block text-muted text-sm">
        {at.state === "waiting"
          ? t.rich("operator.campaign.until", { time: () => <Time at={at.readyAt} /> })
          : t("operator.campaign.ripe")}
      </span>
    </>
  );
}

/** What can be done. A list that waits is vetoed by a guardian, and let count by anybody when it is time. */
function Actions({
  campaign: { campaignId, proposal, root, createdAt },
  now,
  children,
}: {
  campaign: CampaignNow;
  now: number | undefined;
  /** What its operator can do. */
  children: ReactNode;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const signer = useAccountState();
  const pending = proposal?.state === "PENDING" ? proposal : undefined;
  const isReady = pending && rootState(pending, root, now ?? Number(createdAt)).state === "ready";
  const canSign = signer.status === "connected" && signer.canSign;

  async function activate() {
    const { activateFlow } = await import("@/components/campaigns/campaign-flows");
    transact(activateFlow(campaignId, t));
  }

  return (
    <ActionBar
      actions={
        pending
          ? [
              {
                id: "vetoCampaign",
                label: t("campaigns.list.veto"),
                initial: { campaign: String(campaignId) },
                fixed: ["campaign"],
              },
            ]
          : []
      }
    >
      {isReady && canSign && (
        <Button size="small" look="primary" onClick={() => void activate()}>
          {t("campaigns.list.activate")}
        </Button>
      )}
      {children}
    </ActionBar>
  );
}
