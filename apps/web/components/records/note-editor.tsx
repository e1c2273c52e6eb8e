"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { useRuntimeConfig } from "@/lib/config/context";
import { useRecords } from "@/lib/records/context";
import { type NoteFile, noteTitle, type OpenedNote, saveNote } from "@/lib/records/notes";
import { chosenReaders } from "@/lib/records/readers";
import { useSealForm } from "@/lib/records/use-seal-form";
import { useAddress } from "@/lib/wallet/use-account";
import { FilesField, filesProblem } from "./files-field";
import { SealDialog } from "./seal-form";

/** Writes a note, or its next version. */
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
    opened?.manifest.attachments.map((kept) => ({ kept })) ?? [],
  );
  const titleProblem = title.trim() === "" ? t("records.editor.titleMissing") : undefined;
  const form = useSealForm({
    isComplete: titleProblem === undefined && filesProblem(files, t) === undefined,
    seal: async (onProgress) => {
      if (!account) return;
      const records = await load();
      const readers = opened ? await chosenReaders(records, opened.row, chainId) : [];
      await saveNote(
        records,
        { note: { title: title.trim(), text }, files, readers, ...(opened ? { before: opened.row } : {}) },
        { account, chainId },
        onProgress,
      );
    },
    onSealed: async () => {
      await queryClient.invalidateQueries({ queryKey: ["records", "list"] });
      showToast("done", opened ? t("records.editor.savedVersion") : t("records.editor.saved"));
      onClose();
    },
  });
  return (
    <SealDialog
      form={form}
      title={opened ? t("records.editor.newVersion") : t("records.notes.write")}
      description={t("records.seal.description")}
      onClose={onClose}
    >
      <Field
        id="note-title"
        label={t("records.editor.title")}
        required
        error={form.tried ? titleProblem : undefined}
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
      <FilesField id="note-files" files={files} choose={(file): NoteFile => ({ file })} onChange={setFiles} />
    </SealDialog>
  );
}
