"use client";

import { roles } from "@qti/sdk";
import {
  createLoanFile,
  type LoanFile,
  type LoanPaperKind,
  type LoanSubject,
  updateLoanFile,
} from "@qti/sdk/records/spaces";
import { accountSchema } from "@qti/sdk/records/wire";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { filesProblem } from "@/components/records/files-field";
import { SealFooter } from "@/components/records/seal-form";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import { useLoanSpace, usePapersForm } from "@/lib/records/use-spaces";
import { OwnPapers, type OwnPapersFormProps } from "./own-papers";
import { type ChosenPaper, keptPapers, PapersField, toPaper } from "./papers-field";

const kinds = [
  "income",
  "account-statement",
  "tax",
  "business",
  "other",
] as const satisfies readonly LoanPaperKind[];

/** A borrower's own papers for a credit line. */
export function LoanPapers({ subject }: { subject: LoanSubject }) {
  return (
    <OwnPapers
      space="loans"
      query={useLoanSpace()}
      role={roles.underwriter}
      isWanted={(contents) => contents.subject.creditLine === subject.creditLine}
      form={(props) => <LoanForm subject={subject} {...props} />}
    />
  );
}

function LoanForm({
  subject,
  before,
  readers,
  onDone,
}: OwnPapersFormProps<LoanFile> & { subject: LoanSubject }) {
  const t = useTranslations();
  const [note, setNote] = useState(before?.contents.note ?? "");
  const [papers, setPapers] = useState<readonly ChosenPaper<LoanPaperKind>[]>(() => keptPapers(before));
  const form = usePapersForm({
    space: "loans",
    isComplete: papers.length > 0 && filesProblem(papers, t) === undefined,
    seal: (vault, onProgress) => {
      const parameters = {
        subject: { ...subject, account: accountSchema.parse(subject.account) },
        note: note.trim(),
        papers: papers.map(toPaper),
        readers,
        onProgress,
      };
      return before === undefined
        ? createLoanFile(vault, parameters)
        : updateLoanFile(vault, { ...parameters, before });
    },
    onSealed: onDone,
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid max-w-prose grid-cols-1 gap-6">
      <PapersField id="loan-papers" kinds={kinds} papers={papers} onChange={setPapers} tried={form.tried} />
      <Field id="loan-note" label={t("spaces.loans.note")}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <SealFooter form={form} send={t("spaces.papers.send")} onCancel={before && onDone} />
    </form>
  );
}
