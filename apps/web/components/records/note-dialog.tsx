"use client";

import type { RecordRow } from "@qti/sdk/records/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useRecords } from "@/lib/records/context";
import { noteTitle } from "@/lib/records/notes";
import { useNote } from "@/lib/records/use-note";
import { useAddress } from "@/lib/wallet/use-account";
import { LieReport } from "./lie-report";
import { NoteEditor } from "./note-editor";
import { NoteFiles } from "./note-files";
import { NoteProof } from "./note-proof";
import { NoteReaders } from "./note-readers";

/** One note: what it says, its files, who can open it, and what proves it. */
export function NoteDialog({ row, onClose }: { row: RecordRow; onClose: () => void }) {
  const t = useTranslations();
  const account = useAddress();
  const opened = useNote(row);
  const problem = useErrorText(opened.error);
  const [editing, setEditing] = useState(false);
  const own = row.owner === account?.toLowerCase();

  if (editing && opened.data) return <NoteEditor opened={opened.data} onClose={() => setEditing(false)} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        opened.data
          ? noteTitle(opened.data.note, t)
          : problem
            ? t("records.note.unopened")
            : t("records.note.opening")
      }
      description={opened.data && t("records.note.version", { version: `${row.version}` })}
      wide
      footer={
        own ? (
          <>
            <DeleteButton row={row} onDone={onClose} />
            <Button look="primary" disabled={!opened.data} onClick={() => setEditing(true)}>
              {t("records.note.newVersion")}
            </Button>
          </>
        ) : undefined
      }
    >
      {problem && (
        <div className="grid gap-4">
          <Problem text={problem} onRetry={opened.refetch} busy={opened.isFetching} />
          <LieReport error={opened.error} />
        </div>
      )}
      {opened.isPending && !problem && <SkeletonLines lines={4} />}
      {opened.data && (
        <Tabs
          label={t("records.note.label")}
          tabs={[
            {
              id: "text",
              title: t("records.note.text"),
              content: (
                <div className="grid gap-6">
                  <p data-note-text className="max-w-prose whitespace-pre-wrap [overflow-wrap:anywhere]">
                    {opened.data.note.text || <span className="text-muted">{t("records.note.empty")}</span>}
                  </p>
                  <NoteFiles attachments={opened.data.manifest.attachments} />
                </div>
              ),
            },
            {
              id: "readers",
              title: t("records.note.readers"),
              content: <NoteReaders opened={opened.data} own={own} />,
            },
            { id: "proof", title: t("records.note.proof"), content: <NoteProof opened={opened.data} /> },
          ]}
        />
      )}
    </Dialog>
  );
}

function DeleteButton({ row, onDone }: { row: RecordRow; onDone: () => void }) {
  const t = useTranslations();
  const [asked, setAsked] = useState(false);
  const { load } = useRecords();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: async () => {
      const { client, api } = await load();
      await client.deleteRecord(api, {
        id: row.id,
        current: { version: row.version, revision: row.revision },
      });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["records", "list"] });
      onDone();
    },
  });
  const problem = useErrorText(remove.error);
  if (problem) return <p className="self-center text-loss text-sm">{problem.sentence}</p>;
  return (
    <Button look="danger" busy={remove.isPending} onClick={() => (asked ? remove.mutate() : setAsked(true))}>
      {asked ? t("records.note.removeSure") : t("records.note.remove")}
    </Button>
  );
}
