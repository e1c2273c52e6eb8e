"use client";

import { recordLimits } from "@qti/sdk/records/wire";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Paperclip, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatBytes } from "@/lib/format/bytes";
import type { Translator } from "@/lib/i18n/translator";
import { useRecords } from "@/lib/records/context";
import { type NoteFile, type NoteProgress, noteTitle, type OpenedNote, saveNote } from "@/lib/records/notes";
import { chosenReaders } from "@/lib/records/readers";
import { useAddress } from "@/lib/wallet/use-account";

function words({ doing, file, part }: NoteProgress, t: Translator): string {
  if (doing === "storing") return t("records.editor.storing");
  if (!file) return t("records.editor.sealing");
  if (part === undefined) return t("records.editor.sealingFile", { file });
  return t("records.editor.sealingPart", { file, part: `${Math.min(100, Math.round(part * 100))}` });
}

const nameOf = (file: NoteFile) => (file.kind === "new" ? file.file.name : file.attachment.name);
const sizeOf = (file: NoteFile) => (file.kind === "new" ? file.file.size : file.attachment.size);

/** What is wrong with the chosen files, before any of them is read. */
function filesProblem(files: readonly NoteFile[], t: Translator): string | undefined {
  const { attachmentBytes, attachments } = recordLimits;
  const large = files.find((file) => sizeOf(file) > attachmentBytes);
  if (large)
    return t("records.editor.tooLarge", {
      name: nameOf(large),
      size: formatBytes(sizeOf(large)),
      limit: formatBytes(attachmentBytes),
    });
  if (files.length > attachments) return t("records.editor.tooMany", { limit: `${attachments}` });
  return undefined;
}

/** Writes a note, or its next version. What was typed stays when something goes wrong. */
export function NoteEditor({ opened, onClose }: { opened?: OpenedNote; onClose: () => void }) {
  const t = useTranslations();
  const account = useAddress();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const [title, setTitle] = useState(opened ? noteTitle(opened.note, t) : "");
  const [text, setText] = useState(opened?.note.text ?? "");
  const [files, setFiles] = useState<readonly NoteFile[]>(
    opened?.manifest.attachments.map((attachment) => ({ kind: "kept", attachment })) ?? [],
  );
  const [tried, setTried] = useState(false);
  const [progress, setProgress] = useState<NoteProgress>();

  const save = useMutation({
    mutationFn: async () => {
      if (!account) return;
      const records = await load();
      const readers = opened ? await chosenReaders(records, opened.row, chainId) : [];
      await saveNote(
        records,
        { note: { title: title.trim(), text }, files, readers, ...(opened ? { before: opened.row } : {}) },
        { account, chainId },
        setProgress,
      );
    },
    onSettled: () => setProgress(undefined),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["records", "list"] });
      showToast("done", opened ? t("records.editor.savedVersion") : t("records.editor.saved"));
      onClose();
    },
  });
  const problem = useErrorText(save.error);
  const titleProblem = title.trim() === "" ? t("records.editor.titleMissing") : undefined;

  const fileProblem = filesProblem(files, t);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!titleProblem && !fileProblem && !save.isPending) save.mutate();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={opened ? t("records.editor.newVersion") : t("records.notes.write")}
      description={t("records.editor.description")}
      wide
      footer={
        <>
          <Button onClick={onClose}>{t("records.editor.cancel")}</Button>
          <Button type="submit" form="note" look="primary" busy={save.isPending}>
            {t("records.editor.save")}
          </Button>
        </>
      }
    >
      <form id="note" onSubmit={submit} noValidate className="grid gap-6">
        <Field
          id="note-title"
          label={t("records.editor.title")}
          required
          error={tried ? titleProblem : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={title}
              maxLength={200}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field id="note-text" label={t("records.editor.text")}>
          {(control) => (
            <TextArea {...control} value={text} onChange={(event) => setText(event.target.value)} rows={7} />
          )}
        </Field>
        <div className="grid gap-2">
          <label htmlFor="note-files" className="font-medium text-sm">
            {t("records.editor.files")}{" "}
            <span className="ml-2 font-normal text-faint">{t("ui.optional")}</span>
          </label>
          <ul className="grid">
            {files.map((file, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
              <li key={index} className="flex min-h-11 items-center gap-3 border-rule border-b">
                <Paperclip aria-hidden className="size-4 text-muted" />
                <span className="min-w-0 flex-1 truncate">{nameOf(file)}</span>
                <span className="text-muted text-sm">{formatBytes(sizeOf(file))}</span>
                <Button
                  look="quiet"
                  size="icon"
                  aria-label={t("records.editor.removeFile", { name: nameOf(file) })}
                  onClick={() => setFiles(files.filter((other) => other !== file))}
                >
                  <X aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
          <input
            id="note-files"
            type="file"
            multiple
            aria-describedby="note-files-error"
            aria-invalid={fileProblem ? true : undefined}
            className="text-sm file:mr-3 file:h-9 file:rounded-md file:border file:border-rule-strong file:bg-surface file:px-3 file:text-ink"
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              setFiles([...files, ...chosen.map((file): NoteFile => ({ kind: "new", file }))]);
              event.target.value = "";
            }}
          />
          <p id="note-files-error" aria-live="polite" className="text-loss text-sm empty:hidden">
            {fileProblem}
          </p>
        </div>
        {problem && (
          <Callout live tone="problem" title={problem.sentence}>
            {problem.next}
          </Callout>
        )}
        <p role="status" className="text-muted text-sm empty:hidden">
          {progress && words(progress, t)}
        </p>
      </form>
    </Dialog>
  );
}
