"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { useReadClient } from "@/lib/query/read-client";
import { useRecords } from "@/lib/records/context";
import type { ShownProof, VerifiedRecord } from "@/lib/records/log";
import type { OpenedNote } from "@/lib/records/notes";
import { saveBlob } from "@/lib/save-blob";
import { LieReport } from "./lie-report";
import { ProofLine } from "./proof-line";

/** What the log of the service says of a note, checked here, and how far it stands on the chain. */
export function NoteLog({ opened: { row, verified } }: { opened: OpenedNote }) {
  const t = useTranslations();
  const { load } = useRecords();
  const isSame = verified?.record.version === row.version && verified.record.revision === row.revision;
  const checked = useQuery({
    queryKey: ["records", "log", row.id, row.version, row.revision],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    // Opening it was a check: only what changed since is looked at anew.
    ...(isSame && { initialData: verified }),
    queryFn: async () => {
      const log = await (await load()).log();
      return (await log?.verify(row.id)) ?? null;
    },
  });
  const problem = useErrorText(checked.error);
  if (problem)
    return (
      <ProofLine state="broken" title={problem.sentence}>
        <p>{problem.next}</p>
        <LieReport error={checked.error} />
        <Button
          className="mt-3"
          size="small"
          busy={checked.isFetching}
          onClick={() => void checked.refetch()}
        >
          {t("ui.again")}
        </Button>
      </ProofLine>
    );
  if (checked.data === undefined)
    return (
      <ProofLine state="open" title={t("records.proof.log")}>
        {t("records.proof.askingLog")}
      </ProofLine>
    );
  if (checked.data === null)
    return (
      <ProofLine state="open" title={t("records.proof.noLog")}>
        {t("records.proof.noLogText")}
      </ProofLine>
    );
  return <InLog verified={checked.data} />;
}

function InLog({ verified }: { verified: VerifiedRecord }) {
  const t = useTranslations();
  const { head, checkpoint, record } = verified;
  const client = useReadClient();
  const { load } = useRecords();
  const shown = useQuery({
    queryKey: ["records", "anchor", record.id, record.version],
    retry: false,
    queryFn: async () => (await (await load()).log())?.show(record, client) ?? null,
  });
  const problem = useErrorText(shown.error);
  const isAnchored = shown.data?.verdict.proven === true && shown.data.verdict.anchoredAt !== undefined;
  return (
    <>
      <ProofLine state="proven" title={t("records.proof.log")}>
        <p>
          {t("records.proof.leaf", {
            number: formatCount(head.leafIndex + 1, t),
            size: formatCount(checkpoint.size, t),
          })}
        </p>
        <p>{t("records.proof.signed")}</p>
      </ProofLine>
      {problem ? (
        <ProofLine state="broken" title={problem.sentence}>
          <p>{problem.next}</p>
          <LieReport error={shown.error} />
        </ProofLine>
      ) : (
        <ProofLine state={isAnchored ? "proven" : "open"} title={t("records.proof.anchor")}>
          {shown.data ? <Anchor proof={shown.data} /> : t("records.proof.asking")}
        </ProofLine>
      )}
      <li className="grid justify-items-start gap-3 py-4 text-sm">
        <p className="text-muted">{t("records.proof.fileText")}</p>
        <span className="flex flex-wrap gap-2">
          <Button
            size="small"
            disabled={!shown.data?.verdict.proven}
            onClick={() =>
              saveBlob(
                new Blob([JSON.stringify(shown.data?.file, null, 2)], { type: "application/json" }),
                `qti-proof-${record.id}-${record.version}.json`,
              )
            }
          >
            <Download aria-hidden />
            {t("records.proof.file")}
          </Button>
          {!isAnchored && (
            <Button size="small" busy={shown.isFetching} onClick={() => void shown.refetch()}>
              {t("records.proof.lookAgain")}
            </Button>
          )}
        </span>
      </li>
    </>
  );
}

/** Why a proof leads no further, in words. */
const reasons = {
  notInLog: "records.proof.notInLog",
  notAnchored: "records.proof.notAnchored",
  replaced: "records.proof.replaced",
} as const;

function Anchor({ proof: { file, verdict } }: { proof: ShownProof }) {
  const t = useTranslations();
  const { graphqlUrl } = useRuntimeConfig();
  const index = file.anchor?.index;
  const transaction = useQuery({
    queryKey: ["graph", "anchor", index],
    enabled: index !== undefined,
    queryFn: async ({ signal }) =>
      index === undefined
        ? null
        : ((await (await import("@/lib/sdk/anchors")).findAnchor(graphqlUrl, index, signal)) ?? null),
    // The index comes after the chain: it is asked until it knows the anchor.
    refetchInterval: ({ state }) => (state.data ? false : 2_000),
  });
  if (!verdict.proven) return t(reasons[verdict.reason]);
  const { anchoredAt, checkpoint } = verdict;
  if (anchoredAt === undefined) return t("records.proof.notYet");
  return (
    <>
      <p>
        {t.rich("records.proof.anchored", {
          size: formatCount(checkpoint.size, t),
          time: () => <Time at={anchoredAt} />,
        })}
      </p>
      {transaction.data && (
        <Link href={`/transactions/${transaction.data.transaction}`} className="prose-link">
          {t("records.proof.transaction", { block: `${transaction.data.block}` })}
        </Link>
      )}
    </>
  );
}
