"use client";

import type { SealedAttachment } from "@qti/sdk/records/client";
import { recordLimits } from "@qti/sdk/records/wire";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { formatBytes } from "@/lib/format/bytes";
import type { Translator } from "@/lib/i18n/translator";

/** A file that was chosen, or one that an earlier version has. */
export type ChosenFile = { file: File } | { kept: SealedAttachment };

/** What a chosen file is called. */
export const nameOf = (chosen: ChosenFile) => ("file" in chosen ? chosen.file.name : chosen.kept.name);
const sizeOf = (chosen: ChosenFile) => ("file" in chosen ? chosen.file.size : chosen.kept.size);

/** What is wrong with the chosen files, before any of them is read. */
export function filesProblem(files: readonly ChosenFile[], t: Translator): string | undefined {
  const { attachmentBytes, attachments } = recordLimits;
  const large = files.find((file) => sizeOf(file) > attachmentBytes);
  if (large)
    return t("records.files.tooLarge", {
      name: nameOf(large),
      size: formatBytes(sizeOf(large)),
      limit: formatBytes(attachmentBytes),
    });
  if (files.length > attachments) return t("records.files.tooMany", { limit: `${attachments}` });
  return undefined;
}

/** Files to be sealed with a record. */
export function FilesField<chosen extends ChosenFile>({
  id,
  files,
  choose,
  onChange,
  hint,
  required = false,
  error,
  children,
}: {
  id: string;
  files: readonly chosen[];
  /** What a file is when it was just chosen. */
  choose: (file: File) => chosen;
  onChange: (files: readonly chosen[]) => void;
  hint?: string;
  required?: boolean;
  /** What is missing; what is too much the field says itself. */
  error?: string | undefined;
  /** What is asked about each file. */
  children?: (file: chosen) => ReactNode;
}) {
  const t = useTranslations();
  // A new field is empty: the browser keeps what was chosen in the old one.
  const [round, setRound] = useState(0);
  return (
    <div className="grid grid-cols-1 gap-3">
      <Field
        key={round}
        id={id}
        label={t("records.files.label")}
        hint={hint}
        required={required}
        error={filesProblem(files, t) ?? error}
      >
        {(control) => (
          <FileInput
            {...control}
            multiple
            onPickAll={(picked) => {
              if (picked.length === 0) return;
              onChange([...files, ...picked.map(choose)]);
              setRound(round + 1);
            }}
          />
        )}
      </Field>
      {files.length > 0 && (
        <ul className="grid border-rule border-t" aria-label={t("records.files.chosen")}>
          {files.map((file, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
              key={index}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-rule border-b py-2"
            >
              <span className="truncate">
                {nameOf(file)} <span className="text-muted text-sm">{formatBytes(sizeOf(file))}</span>
              </span>
              <Button
                look="quiet"
                size="icon"
                aria-label={t("records.files.remove", { name: nameOf(file) })}
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                <X aria-hidden />
              </Button>
              {children && <div className="col-span-2">{children(file)}</div>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
