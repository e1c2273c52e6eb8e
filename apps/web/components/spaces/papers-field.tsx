"use client";

import type { SealedAttachment } from "@qti/sdk/records/client";
import type { Paper } from "@qti/sdk/records/spaces";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { Select } from "@/components/ui/input";
import { formatBytes } from "@/lib/format/bytes";
import type { PaperKind } from "./paper-words";

/** A paper that was chosen, or one that an earlier version has. */
export type ChosenPaper<kind extends PaperKind> = { kind: kind } & (
  | { file: File }
  | { kept: SealedAttachment }
);

const nameOf = (paper: ChosenPaper<PaperKind>) => ("file" in paper ? paper.file.name : paper.kept.name);
const sizeOf = (paper: ChosenPaper<PaperKind>) => ("file" in paper ? paper.file.size : paper.kept.size);

/** As it is given to be sealed. */
export function toPaper<kind extends PaperKind>(paper: ChosenPaper<kind>): Paper<kind> {
  return "kept" in paper
    ? { kind: paper.kind, kept: paper.kept }
    : { kind: paper.kind, file: paper.file, name: paper.file.name };
}

/** Papers: each a file, and what it is. */
export function PapersField<kind extends PaperKind>({
  id,
  kinds,
  papers,
  onChange,
  required = false,
  error,
}: {
  id: string;
  kinds: readonly kind[];
  papers: readonly ChosenPaper<kind>[];
  onChange: (papers: readonly ChosenPaper<kind>[]) => void;
  required?: boolean;
  error?: string | undefined;
}) {
  const t = useTranslations();
  // A new field is empty: the browser keeps what was chosen in the old one.
  const [round, setRound] = useState(0);
  const [first] = kinds;
  return (
    <div className="grid grid-cols-1 gap-3">
      <Field
        key={round}
        id={id}
        label={t("spaces.papers.files")}
        hint={t("spaces.papers.hint")}
        required={required}
        error={error}
      >
        {(control) => (
          <FileInput
            {...control}
            multiple
            onPickAll={(files) => {
              if (first === undefined || files.length === 0) return;
              onChange([...papers, ...files.map((file) => ({ kind: first, file }))]);
              setRound(round + 1);
            }}
          />
        )}
      </Field>
      {papers.length > 0 && (
        <ul className="grid border-rule border-t" aria-label={t("spaces.papers.chosen")}>
          {papers.map((paper, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
              key={index}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-rule border-b py-2"
            >
              <span className="truncate">
                {nameOf(paper)} <span className="text-muted text-sm">{formatBytes(sizeOf(paper))}</span>
              </span>
              <Button
                look="quiet"
                size="icon"
                aria-label={t("spaces.papers.remove", { name: nameOf(paper) })}
                onClick={() => onChange(papers.filter((other) => other !== paper))}
              >
                <X aria-hidden />
              </Button>
              <div className="col-span-2">
                <Select
                  aria-label={t("spaces.papers.kindOf", { name: nameOf(paper) })}
                  value={paper.kind}
                  onChange={(event) => {
                    const kind = kinds.find((each) => each === event.target.value) ?? paper.kind;
                    onChange(papers.map((other) => (other === paper ? { ...paper, kind } : other)));
                  }}
                >
                  {kinds.map((kind: PaperKind) => (
                    <option key={kind} value={kind}>
                      {t(`spaces.kinds.${kind}`)}
                    </option>
                  ))}
                </Select>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
