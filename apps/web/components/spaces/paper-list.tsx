"use client";

import type { SealedAttachment } from "@qti/sdk/records/client";
import type { CommittedRoot, DocumentVerdict } from "@qti/sdk/records/documents";
import {
  type AssetDocuments,
  openPaper,
  proveAssetDocument,
  type SpaceRecord,
} from "@qti/sdk/records/spaces";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatBytes } from "@/lib/format/bytes";
import { useVault } from "@/lib/records/use-spaces";
import { saveBlob } from "@/lib/save-blob";
import type { PaperKind, WithPapers } from "./papers-field";

/** A record with papers, opened. */
type Papers = {
  contents: WithPapers;
  manifest: { attachments: readonly SealedAttachment[] };
};

/** What proves the documents of an asset. */
export type Proving = { of: SpaceRecord<AssetDocuments>; roots: readonly CommittedRoot[] };

/** The papers of a record. Each is fetched, proven and opened in the browser, then handed to the person. */
export function PaperList({ file, proving }: { file: Papers; proving?: Proving }) {
  const t = useTranslations();
  if (file.manifest.attachments.length === 0)
    return <p className="text-muted text-sm">{t("spaces.papers.none")}</p>;
  return (
    <ul className="grid border-rule border-t" aria-label={t("spaces.papers.list")}>
      {file.manifest.attachments.map((attachment, index) => (
        <PaperRow
          key={attachment.id}
          attachment={attachment}
          kind={file.contents.papers[index]?.kind ?? "other"}
          proving={proving}
        />
      ))}
    </ul>
  );
}

function PaperRow({
  attachment,
  kind,
  proving,
}: {
  attachment: SealedAttachment;
  kind: PaperKind;
  proving: Proving | undefined;
}) {
  const t = useTranslations();
  const load = useVault();
  const open = useMutation({
    mutationFn: async () => {
      const vault = await load();
      const blob = await openPaper(vault, attachment);
      const verdict: DocumentVerdict | undefined = proving && (await proveAssetDocument(blob, proving));
      return { blob, verdict };
    },
    onSuccess: ({ blob }) => saveBlob(blob, attachment.name),
  });
  const problem = useErrorText(open.error);
  const verdict = open.data?.verdict;
  return (
    <li className="grid grid-cols-1 gap-2 border-rule border-b py-2">
      <div className="flex min-h-11 items-center gap-3">
        <span className="min-w-0 flex-1">
          <span className="block">{t(`spaces.kinds.${kind}`)}</span>
          <span className="block truncate text-muted text-sm">
            {attachment.name}, {formatBytes(attachment.size)}
          </span>
        </span>
        <Button size="small" busy={open.isPending} onClick={() => open.mutate()}>
          {!open.isPending && <Download aria-hidden />}
          {t.rich("spaces.papers.open", {
            name: attachment.name,
            more: (text) => <span className="sr-only">{text}</span>,
          })}
        </Button>
      </div>
      {verdict && (
        <Callout live tone={verdict.proven ? "done" : "warning"}>
          {t(verdict.proven ? "spaces.papers.proven" : "spaces.papers.notProven")}
        </Callout>
      )}
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </li>
  );
}
