"use client";

import type {
  AssetPaperKind,
  KycPaperKind,
  LoanPaperKind,
  Paper,
  SpaceRecord,
} from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { type ChosenFile, FilesField, nameOf } from "@/components/records/files-field";
import { Select } from "@/components/ui/input";

/** What a paper of any space can be. */
export type PaperKind = AssetPaperKind | KycPaperKind | LoanPaperKind;

/** The contents of any record with papers. */
export type WithPapers<kind extends PaperKind = PaperKind> = { papers: readonly { kind: kind }[] };

/** A paper that was chosen, or one that an earlier version has. */
export type ChosenPaper<kind extends PaperKind> = { kind: kind } & ChosenFile;

/** The papers of an earlier version, as chosen again. */
export function keptPapers<kind extends PaperKind>(
  before: SpaceRecord<WithPapers<kind>> | undefined,
): ChosenPaper<kind | "other">[] {
  return (
    before?.manifest.attachments.map((kept, index) => ({
      kind: before.contents.papers[index]?.kind ?? "other",
      kept,
    })) ?? []
  );
}

/** As it is given to be sealed. */
export function toPaper<kind extends PaperKind>(paper: ChosenPaper<kind>): Paper<kind> {
  return "kept" in paper
    ? { kind: paper.kind, kept: paper.kept }
    : { kind: paper.kind, file: paper.file, name: paper.file.name };
}

/** Papers: each a file, and what it is. There has to be one. */
export function PapersField<kind extends PaperKind>({
  id,
  kinds,
  papers,
  onChange,
  tried,
}: {
  id: string;
  /** What they can be; the first is what one is taken for at first. */
  kinds: readonly [kind, ...kind[]];
  papers: readonly ChosenPaper<kind>[];
  onChange: (papers: readonly ChosenPaper<kind>[]) => void;
  /** Whether it is to be said that there is none. */
  tried: boolean;
}) {
  const t = useTranslations();
  return (
    <FilesField
      id={id}
      files={papers}
      choose={(file): ChosenPaper<kind> => ({ kind: kinds[0], file })}
      onChange={onChange}
      hint={t("spaces.papers.hint")}
      required
      error={tried && papers.length === 0 ? t("spaces.papers.choose") : undefined}
    >
      {(paper) => (
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
      )}
    </FilesField>
  );
}
