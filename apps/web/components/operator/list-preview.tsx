"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Figure, Figures } from "@/components/ui/figure";
import { Checkbox } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { refusalWords } from "@/lib/access/access";
import { useRuntimeConfig } from "@/lib/config/context";
import { roleNumber } from "@/lib/domain/roles";
import { formatAmount, formatCount } from "@/lib/format/amount";
import type { BuiltList } from "@/lib/operator/build-list";
import { type ListHindrance, listHindrances } from "@/lib/operator/compare-lists";
import type { CampaignNow } from "@/lib/query/campaigns";
import { useHoldsRole } from "@/lib/query/operator";
import { ListLines } from "./list-lines";

/** A list before anything of it is signed: who gets what, what changes, and whether it can count. */
export function ListPreview({
  list,
  campaign,
  now,
  waits,
  onProposed,
}: {
  list: BuiltList;
  campaign: CampaignNow & { name: string };
  now: number | undefined;
  /** Another list of the campaign waits: none can be proposed. */
  waits: boolean;
  onProposed: () => void;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const queryClient = useQueryClient();
  const { apiUrl, chainId } = useRuntimeConfig();
  const operates = useHoldsRole("rewardsOperator").data;
  const [agreed, setAgreed] = useState(false);
  const { comparison } = list;
  const { falling } = comparison;
  const hindrances =
    now === undefined
      ? []
      : listHindrances(comparison, {
          funded: campaign.funded,
          endsAt: Number(campaign.endsAt),
          now,
          most: list.most,
        });
  const tooMany = hindrances.some(({ kind }) => kind === "tooMany");
  const unchanged = comparison.added === 0n && falling.length === 0;
  const ready = operates === true && !waits && !tooMany && !unchanged && (falling.length === 0 || agreed);

  async function propose() {
    const { proposeListFlow } = await import("./operator-flows");
    const onSession = () => void queryClient.invalidateQueries({ queryKey: ["session"] });
    const place = { apiUrl, chainId, now: now ?? 0, onSession, onConfirmed: onProposed };
    transact(proposeListFlow(campaign, list, place, t));
  }

  return (
    <Section title={t("operator.preview.title")} lead={t("operator.preview.lead")}>
      <div className="grid grid-cols-1 gap-6">
        <PreviewFigures list={list} campaign={campaign} />
        <PreviewNotes list={list} />
        {hindrances.map((hindrance) => (
          <Hindrance key={hindrance.kind} hindrance={hindrance} />
        ))}
        {unchanged && <Callout tone="warning" title={t("operator.preview.unchanged")} />}
        {falling.length > 0 && (
          <Callout
            live
            tone="problem"
            title={t("operator.preview.falling", {
              count: falling.length,
              n: formatCount(falling.length, t),
            })}
          >
            <p>{t("operator.preview.fallingText")}</p>
            <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
              {t("operator.preview.agree")}
            </Checkbox>
          </Callout>
        )}
        {/* Who would lose something must not have to be looked for. */}
        <ListLines lines={[...falling, ...comparison.lines.filter((line) => line.after >= line.before)]} />
        {operates === false ? (
          <p className="text-muted text-sm">
            {refusalWords({ may: "no", role: roleNumber("rewardsOperator") }, t)}
          </p>
        ) : (
          <div className="max-w-md">
            <SignerGate>
              <Button
                look="primary"
                size="large"
                className="w-full"
                disabled={!ready}
                onClick={() => void propose()}
              >
                {t("operator.propose.review")}
              </Button>
            </SignerGate>
          </div>
        )}
      </div>
    </Section>
  );
}

function PreviewFigures({ list, campaign }: { list: BuiltList; campaign: CampaignNow }) {
  const t = useTranslations();
  const { people, total, added, newcomers, rising, largest, smallest } = list.comparison;
  const amount = (value: bigint) => <Amount value={value} decimals={18} unit="QTI" maximum={2} />;
  return (
    <Figures>
      <Figure
        label={t("operator.preview.people")}
        value={formatCount(people, t)}
        note={t("operator.preview.newcomers", { n: formatCount(newcomers, t), more: formatCount(rising, t) })}
      />
      <Figure
        label={t("operator.preview.total")}
        value={amount(total)}
        note={t.rich("operator.preview.funded", { amount: () => amount(campaign.funded) })}
      />
      <Figure label={t("operator.preview.added")} value={amount(added)} />
      <Figure
        label={t("operator.preview.largest")}
        value={amount(largest)}
        note={t.rich("operator.preview.smallest", { amount: () => amount(smallest) })}
      />
    </Figures>
  );
}

function PreviewNotes({ list: { block, repeated, askedOnce } }: { list: BuiltList }) {
  const t = useTranslations();
  if (block === undefined) return null;
  return (
    <Callout>
      <p>{t("operator.preview.block", { block: String(block) })}</p>
      {repeated > 0 && (
        <p>{t("operator.preview.repeated", { count: repeated, n: formatCount(repeated, t) })}</p>
      )}
      {askedOnce && <p>{t("operator.preview.once")}</p>}
    </Callout>
  );
}

function Hindrance({ hindrance }: { hindrance: ListHindrance }) {
  const t = useTranslations();
  switch (hindrance.kind) {
    case "unfunded":
      return (
        <Callout
          tone="warning"
          title={t("operator.preview.unfunded", {
            amount: `${formatAmount(hindrance.missing, { decimals: 18, maximum: 4 }, t)} QTI`,
          })}
        >
          {t("operator.preview.unfundedText")}
        </Callout>
      );
    case "endsTooSoon":
      return (
        <Callout tone="warning" title={t("operator.preview.endsTooSoon")}>
          {t("operator.preview.endsTooSoonText")}
        </Callout>
      );
    case "tooMany":
      return (
        <Callout
          tone="problem"
          title={t("operator.preview.tooMany", { most: formatCount(hindrance.most, t) })}
        >
          {t("operator.preview.tooManyText")}
        </Callout>
      );
  }
}
