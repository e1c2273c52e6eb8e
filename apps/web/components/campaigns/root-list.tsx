"use client";

import type { IndexedCampaignRoot } from "@qti/sdk/subgraph";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionBar } from "@/components/desks/action-bar";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AddressText } from "@/components/ui/address";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy";
import { type Fact, Facts } from "@/components/ui/facts";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { RootCheck, RootFacts } from "@/lib/campaigns/check-root";
import { rootState } from "@/lib/campaigns/state";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import { formatCount } from "@/lib/format/amount";
import { exactTime } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { type CampaignNow, useCampaignRoots, useRootCheck } from "@/lib/query/campaigns";
import { useAccountState } from "@/lib/wallet/use-account";

/** Lines of a list that are shown. */
const shown = 20;

/** The lists of a campaign: where each stands, whether it adds up, and what can be done about it. */
export function RootList({
  campaign,
  now,
  isPaused,
}: {
  campaign: CampaignNow;
  now: number | undefined;
  isPaused: boolean;
}) {
  const roots = useCampaignRoots(campaign.campaignId, true);
  return (
    <QueryPanel query={roots} meanwhile={indexMeanwhile}>
      {(found) => (
        <ul className="grid border-rule border-t">
          {found.map((root) => (
            <RootRow key={root.id} root={root} campaign={campaign} now={now} isPaused={isPaused} />
          ))}
        </ul>
      )}
    </QueryPanel>
  );
}

function RootRow({
  root,
  campaign,
  now,
  isPaused,
}: {
  root: IndexedCampaignRoot;
  campaign: CampaignNow;
  now: number | undefined;
  isPaused: boolean;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const signer = useAccountState();
  const [asked, setAsked] = useState(false);
  const check = useRootCheck(campaign.campaignId, root, asked);
  const at = rootState(root, campaign.root, now ?? Number(root.createdAt));
  const canSign = signer.status === "connected" && signer.canSign;
  const pending = at.state === "waiting" || at.state === "ready";

  async function activate() {
    const { activateFlow } = await import("./campaign-flows");
    transact(activateFlow(campaign.campaignId, t));
  }

  return (
    <li className="grid gap-3 border-rule border-b py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p>
          <Amount value={root.total} decimals={18} unit="QTI" maximum={2} />{" "}
          <span className="text-muted text-sm">
            {t("campaigns.list.proposed")} <Time at={Number(root.createdAt)} />
          </span>
        </p>
        <p className="text-sm">
          {at.state === "waiting"
            ? t.rich("campaigns.list.states.waiting", { time: () => <Time at={at.readyAt} /> })
            : t(`campaigns.list.states.${at.state}`)}
        </p>
      </div>
      <p className="text-muted text-sm">
        {t("campaigns.list.root")}{" "}
        <CopyText text={root.root} label={t("campaigns.list.root")}>
          <span>{shortAddress(root.root)}</span>
        </CopyText>
      </p>
      {check.data ? (
        <Checked check={check.data} />
      ) : (
        <Button
          size="small"
          className="justify-self-start"
          busy={check.isFetching}
          onClick={() => (asked ? void check.refetch() : setAsked(true))}
        >
          {check.isFetching ? t("campaigns.list.checking") : t("campaigns.list.check")}
        </Button>
      )}
      <Failed error={check.error} />
      {pending && (
        <ActionBar
          actions={[
            {
              id: "vetoCampaign",
              label: t("campaigns.list.veto"),
              initial: { campaign: String(campaign.campaignId) },
              fixed: ["campaign"],
            },
          ]}
        >
          {at.state === "ready" && canSign && (
            <Button size="small" look="primary" disabled={isPaused} onClick={() => void activate()}>
              {t("campaigns.list.activate")}
            </Button>
          )}
        </ActionBar>
      )}
    </li>
  );
}

function Failed({ error }: { error: unknown }) {
  const problem = useErrorText(error);
  if (!problem) return null;
  return (
    <Callout live tone="problem" title={problem.sentence}>
      {problem.next}
    </Callout>
  );
}

/** What was checked of a list that a rule made. */
function rightWords({ block, epoch, adds }: RootFacts, t: Translator): string {
  const values = { block: String(block) };
  if (epoch) return t(adds ? "campaigns.list.rightBonus" : "campaigns.list.rightFirstBonus", values);
  return t(adds ? "campaigns.list.rightQuery" : "campaigns.list.rightQueryAlone", values);
}

/** What a list was made of. */
function factRows({ at, amount, epoch }: RootFacts, t: Translator): readonly Fact[] {
  const day = (seconds: number) => exactTime(seconds, t);
  return [
    {
      label: t("campaigns.list.sharesOut"),
      value: <Amount value={amount} decimals={18} unit="QTI" maximum={4} />,
    },
    ...(epoch
      ? [
          {
            label: t("campaigns.list.epoch"),
            value: t("campaigns.list.epochValue", { from: day(epoch.from), until: day(epoch.until) }),
          },
        ]
      : []),
    { label: t("campaigns.list.blockTime"), value: day(at) },
  ];
}

/** What recomputing came to, with the lines. */
function Checked({ check }: { check: RootCheck }) {
  const t = useTranslations();
  if (check.result === "wrong")
    return (
      <Callout live tone="problem" title={t("campaigns.list.wrong")}>
        {t(`campaigns.list.faults.${check.why}`)} {t("campaigns.list.distrust")}
      </Callout>
    );
  if (check.result === "missing")
    return (
      <Callout live tone="warning" title={t("campaigns.list.missing")}>
        {t("campaigns.list.missingText")}
      </Callout>
    );
  const { claims } = check.tree;
  const count = claims.length;
  const more = count - shown;
  return (
    <div className="grid gap-4">
      <Callout live tone="done" title={t("campaigns.list.right")}>
        {check.result === "rule"
          ? rightWords(check.facts, t)
          : t("campaigns.list.rightLeaves", { count, n: formatCount(count, t) })}
      </Callout>
      <Facts
        rows={[
          ...(check.result === "rule" ? factRows(check.facts, t) : []),
          { label: t("campaigns.list.proposedBy"), value: <AddressText address={check.proposedBy} /> },
        ]}
      />
      {check.result === "rule" && (
        <p className="text-muted text-sm">
          {t(check.facts.epoch ? "campaigns.list.decidesAmount" : "campaigns.list.decidesQuery")}
        </p>
      )}
      <Table caption={t("campaigns.list.caption")}>
        <thead>
          <tr>
            <ColumnHead>{t("campaigns.list.who")}</ColumnHead>
            <ColumnHead numeric>{t("campaigns.list.inAll")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {claims.slice(0, shown).map(({ account, cumulative }) => (
            <tr key={account}>
              <Cell>
                <AddressText address={account} />
              </Cell>
              <Cell numeric>
                <Amount value={cumulative} decimals={18} unit="QTI" maximum={4} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {more > 0 && (
        <p className="text-muted text-sm">
          {t("campaigns.list.more", { count: more, n: formatCount(more, t) })}
        </p>
      )}
    </div>
  );
}
