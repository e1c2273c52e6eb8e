"use client";

import type { RecordRow } from "@qti/sdk/records/client";
import { Paperclip, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { getAddress } from "viem";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { addressWords } from "@/lib/domain/names";
import { useErrorText } from "@/lib/errors/use-error-text";
import { noteTitle } from "@/lib/records/notes";
import { useNote } from "@/lib/records/use-note";

/** What the icons say only to those who do not see them. */
const spoken = (text: ReactNode) => <span className="sr-only">{text}</span>;

/** One note of the list. Its title is inside the ciphertext, so even this line is opened in the browser. */
export function NoteRow({ row, own, onOpen }: { row: RecordRow; own: boolean; onOpen: () => void }) {
  const config = useRuntimeConfig();
  const t = useTranslations();
  const note = useNote(row);
  const at = () => <Time at={Date.parse(row.updatedAt) / 1000} />;
  const problem = useErrorText(note.error);
  return (
    <li className="border-rule border-b">
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-16 w-full flex-wrap items-center gap-x-4 gap-y-1 py-3 text-left -outline-offset-2 hover:bg-sunken sm:-mx-2 sm:w-[calc(100%+16px)] sm:px-2"
      >
        <span className="min-w-0 flex-1 basis-40">
          {note.data ? (
            <span className="block truncate font-medium">{noteTitle(note.data.note, t)}</span>
          ) : problem ? (
            <span className="block text-loss">{problem.sentence}</span>
          ) : (
            <Skeleton className="w-48" />
          )}
          <span className="block text-muted text-sm">
            {own
              ? at()
              : t.rich("records.notes.from", {
                  account: addressWords(getAddress(row.owner), config, t),
                  time: at,
                })}
          </span>
        </span>
        <span className="flex items-center gap-4 text-muted text-sm">
          {row.attachments.length > 0 && (
            <span className="inline-flex items-center gap-1">
              <Paperclip aria-hidden className="size-4" />
              {t.rich("records.notes.attached", { count: `${row.attachments.length}`, more: spoken })}
            </span>
          )}
          {row.readers.length > 1 && (
            <span className="inline-flex items-center gap-1">
              <Users aria-hidden className="size-4" />
              {t.rich("records.notes.readers", { count: `${row.readers.length}`, more: spoken })}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
