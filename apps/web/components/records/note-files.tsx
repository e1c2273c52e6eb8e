"use client";

import type { SealedAttachment } from "@qti/sdk/records/client";
import { useMutation } from "@tanstack/react-query";
import { Download, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatBytes } from "@/lib/format/bytes";
import { useRecords } from "@/lib/records/context";
import { openNoteFile } from "@/lib/records/notes";
import { saveBlob } from "@/lib/save-blob";

/** The files of a note. Each is fetched, proven and opened in the browser, then handed to the person. */
export function NoteFiles({ attachments }: { attachments: readonly SealedAttachment[] }) {
  const t = useTranslations();
  if (attachments.length === 0) return null;
  return (
    <ul className="grid border-rule border-t" aria-label={t("records.note.files")}>
      {attachments.map((attachment) => (
        <NoteFile key={attachment.id} attachment={attachment} />
      ))}
    </ul>
  );
}

function NoteFile({ attachment }: { attachment: SealedAttachment }) {
  const t = useTranslations();
  const { load } = useRecords();
  const [part, setPart] = useState<number>();
  const open = useMutation({
    mutationFn: async () => {
      const onProgress = (bytes: number) => setPart(bytes / Math.max(1, attachment.sealedSize));
      return openNoteFile(await load(), attachment, onProgress);
    },
    onSuccess: (blob) => saveBlob(blob, attachment.name),
    onSettled: () => setPart(undefined),
  });
  const problem = useErrorText(open.error);
  return (
    <li className="border-rule border-b py-2">
      <div className="flex min-h-11 items-center gap-3">
        <Paperclip aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0 flex-1 truncate">{attachment.name}</span>
        <span className="text-muted text-sm">{formatBytes(attachment.size)}</span>
        <Button size="small" busy={open.isPending} onClick={() => open.mutate()}>
          <Download aria-hidden />
          {t.rich(open.isPending ? "records.note.openPart" : "records.note.open", {
            part: `${Math.min(100, Math.round((part ?? 0) * 100))}`,
            name: attachment.name,
            more: (text) => <span className="sr-only">{text}</span>,
          })}
        </Button>
      </div>
      {problem && (
        <Callout live tone="problem" title={problem.sentence} className="mb-2">
          {problem.next}
        </Callout>
      )}
    </li>
  );
}
