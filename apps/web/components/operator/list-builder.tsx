"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Address } from "viem";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { isBonusCampaign } from "@/lib/campaigns/bonus";
import { campaignName } from "@/lib/campaigns/name";
import { campaignState } from "@/lib/campaigns/state";
import { parseAmount } from "@/lib/format/parse-amount";
import type { ListSource } from "@/lib/operator/build-list";
import { exampleQuery, type QueryExample, shareOfExample } from "@/lib/operator/query-examples";
import { type CampaignNow, useCampaigns } from "@/lib/query/campaigns";
import { useChainNow } from "@/lib/query/chain-time";
import { useBuildList } from "@/lib/query/operator";
import { CsvSource } from "./csv-source";
import { ListPreview } from "./list-preview";
import { ListProblem } from "./list-problem";
import { QuerySource } from "./query-source";

/** What was typed about a list. */
export type ListTexts = {
  kind: "csv" | "query";
  csv: string;
  example: QueryExample | "own";
  asset: Address | undefined;
  query: string;
  share: "column" | "equal" | "proRata";
  total: string;
  adds: boolean;
};

const atFirst: ListTexts = {
  kind: "csv",
  csv: "",
  example: "stakers",
  asset: undefined,
  query: exampleQuery("stakers", ""),
  share: shareOfExample.stakers,
  total: "",
  adds: true,
};

/** Who gets how much: made of a table or of a query, seen beside the list that counts, and then proposed. */
export function ListBuilder() {
  const t = useTranslations();
  const campaigns = useCampaigns();
  const now = useChainNow();
  return (
    <QueryPanel query={campaigns} meanwhile={indexMeanwhile}>
      {(found) => {
        const open = found.filter((campaign) => takesLists(campaign, now ?? 0));
        if (open.length === 0)
          return <Empty title={t("operator.list.noCampaign")}>{t("operator.list.noCampaignText")}</Empty>;
        return <Builder campaigns={open} now={now} />;
      }}
    </QueryPanel>
  );
}

/** The lists of bonuses are the keeper's, which counts on the one before being its own. */
function takesLists(campaign: CampaignNow, now: number): boolean {
  const state = campaignState(campaign, now);
  return (state === "open" || state === "empty") && !isBonusCampaign(campaign);
}

function Builder({ campaigns, now }: { campaigns: readonly CampaignNow[]; now: number | undefined }) {
  const t = useTranslations();
  const [number, setNumber] = useState<string>();
  const [texts, setTexts] = useState(atFirst);
  const [tried, setTried] = useState(false);
  const build = useBuildList();
  const campaign = campaigns.find(({ campaignId }) => String(campaignId) === number) ?? campaigns[0];
  const total = parseAmount(texts.total, 18, t);
  const needsTotal = texts.kind === "query" && texts.share !== "column";
  const totalProblem = !needsTotal
    ? undefined
    : !total.ok
      ? total.reason
      : total.value === 0n
        ? t("words.amount.zero")
        : undefined;
  const textProblem =
    texts.kind === "csv"
      ? texts.csv.trim() === "" && t("operator.csv.missing")
      : texts.query.trim() === "" && t("operator.query.missing");
  if (!campaign) return null;
  const waits = campaign.proposal?.state === "PENDING";
  const adds = texts.adds && campaign.root !== undefined;

  function change(changes: Partial<ListTexts>) {
    setTexts({ ...texts, ...changes });
    build.reset();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!campaign || textProblem || totalProblem) return;
    const amount = needsTotal && total.ok ? total.value : 0n;
    const source: ListSource =
      texts.kind === "csv"
        ? { kind: "csv", text: texts.csv }
        : { kind: "query", query: texts.query, share: texts.share, amount };
    build.mutate({ root: campaign.root, source, adds });
  }

  // What was made beside a list that no longer counts has to be made anew.
  const made = build.variables?.root === campaign.root ? build.data : undefined;
  return (
    <div className="grid grid-cols-1 gap-8">
      <form onSubmit={submit} noValidate className="grid max-w-3xl grid-cols-1 gap-6">
        <p className="text-muted">{t("operator.list.text")}</p>
        <Field id="list-campaign" label={t("operator.list.campaign")} required>
          {(control) => (
            <Select
              {...control}
              value={String(campaign.campaignId)}
              onChange={(event) => {
                setNumber(event.target.value);
                build.reset();
              }}
            >
              {campaigns.map((each) => (
                <option key={String(each.campaignId)} value={String(each.campaignId)}>
                  {campaignName(each, t)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {waits && (
          <Callout tone="warning" title={t("operator.list.waits")}>
            {t("operator.list.waitsText")}
          </Callout>
        )}
        <Field id="list-kind" label={t("operator.list.kind")} required>
          {(control) => (
            <Select
              {...control}
              value={texts.kind}
              onChange={(event) => change({ kind: event.target.value === "query" ? "query" : "csv" })}
            >
              <option value="csv">{t("operator.list.kinds.csv")}</option>
              <option value="query">{t("operator.list.kinds.query")}</option>
            </Select>
          )}
        </Field>
        {texts.kind === "csv" ? (
          <CsvSource texts={texts} error={tried && textProblem ? textProblem : undefined} onChange={change} />
        ) : (
          <QuerySource
            texts={texts}
            error={tried && textProblem ? textProblem : undefined}
            totalError={tried || (texts.total !== "" && total.ok) ? totalProblem : undefined}
            onChange={change}
          />
        )}
        {campaign.root !== undefined && (
          <Field
            id="list-adds"
            label={t("operator.list.amounts")}
            required
            hint={t("operator.list.amountsHint")}
          >
            {(control) => (
              <Select
                {...control}
                value={texts.adds ? "adds" : "all"}
                onChange={(event) => change({ adds: event.target.value === "adds" })}
              >
                <option value="adds">{t("operator.list.adds")}</option>
                <option value="all">{t("operator.list.inAll")}</option>
              </Select>
            )}
          </Field>
        )}
        <Button type="submit" look="primary" className="justify-self-start" busy={build.isPending}>
          {build.isPending ? t("operator.list.making") : t("operator.list.preview")}
        </Button>
      </form>
      <ListProblem error={build.error} />
      {made?.result === "previousMissing" && (
        <Callout live tone="problem" title={t("operator.list.previousMissing")}>
          {t("operator.list.previousMissingText")}
        </Callout>
      )}
      {made?.result === "built" && (
        <ListPreview
          list={made.list}
          campaign={{ ...campaign, name: campaignName(campaign, t) }}
          now={now}
          waits={waits}
          onProposed={() => change({ csv: "" })}
        />
      )}
    </div>
  );
}
