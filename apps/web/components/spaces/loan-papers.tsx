"use client";

import { roles } from "@qti/sdk";
import {
  createLoanFile,
  decisionsOn,
  type FoundReaders,
  type KeepProgress,
  type LoanFile,
  type LoanPaperKind,
  type LoanSubject,
  type SpaceRecord,
  updateLoanFile,
} from "@qti/sdk/records/spaces";
import { accountSchema } from "@qti/sdk/records/wire";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import { QueryPanel } from "@/components/ui/query-panel";
import { useToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useLoanSpace, useSpaceChanged, useVault, useWantedReaders } from "@/lib/records/use-spaces";
import { DecisionNote } from "./decisions";
import { PaperList } from "./paper-list";
import { progressWords } from "./paper-words";
import { type ChosenPaper, PapersField, toPaper } from "./papers-field";
import { Readers } from "./readers";

const kinds = [
  "income",
  "account-statement",
  "tax",
  "business",
  "other",
] as const satisfies readonly LoanPaperKind[];

/** A borrower's own papers: sealed for the underwriters, and what they said. */
export function LoanPapers({ subject }: { subject: LoanSubject }) {
  const t = useTranslations();
  const space = useLoanSpace();
  const wanted = useWantedReaders({ role: roles.underwriter });
  const [writing, setWriting] = useState(false);
  return (
    <QueryPanel query={space}>
      {({ files, decisions }) => (
        <QueryPanel query={wanted}>
          {(found) => {
            const own = files.find(
              ({ isOwn, contents }) => isOwn && contents.subject.creditLine === subject.creditLine,
            );
            if (own === undefined || writing)
              return (
                <LoanForm before={own} subject={subject} wanted={found} onDone={() => setWriting(false)} />
              );
            const underwriters = found.readers.map(({ account }) => account);
            const [latest] = decisionsOn(own, decisions, {
              mayDecide: (account) => underwriters.includes(account),
            });
            return (
              <div className="grid grid-cols-1 gap-6">
                <DecisionNote on={latest} />
                <PaperList file={own} />
                <Button className="justify-self-start" onClick={() => setWriting(true)}>
                  {t("spaces.loans.change")}
                </Button>
                <details>
                  <summary className="disclosure">{t("spaces.readers.title")}</summary>
                  <div className="mt-3">
                    <Readers files={[own]} wanted={found} space="loans" />
                  </div>
                </details>
              </div>
            );
          }}
        </QueryPanel>
      )}
    </QueryPanel>
  );
}

function LoanForm({
  before,
  subject,
  wanted,
  onDone,
}: {
  before: SpaceRecord<LoanFile> | undefined;
  subject: LoanSubject;
  wanted: FoundReaders;
  onDone: () => void;
}) {
  const t = useTranslations();
  const load = useVault();
  const changed = useSpaceChanged("loans");
  const showToast = useToast();
  const [note, setNote] = useState(before?.contents.note ?? "");
  const [papers, setPapers] = useState<readonly ChosenPaper<LoanPaperKind>[]>(
    () =>
      before?.manifest.attachments.map((kept, index) => ({
        kind: before.contents.papers[index]?.kind ?? "other",
        kept,
      })) ?? [],
  );
  const [tried, setTried] = useState(false);
  const [progress, setProgress] = useState<KeepProgress>();
  const keep = useMutation({
    mutationFn: async () => {
      const vault = await load();
      const parameters = {
        subject: { ...subject, account: accountSchema.parse(subject.account) },
        note: note.trim(),
        papers: papers.map(toPaper),
        readers: wanted.readers.map(({ keys }) => keys),
        onProgress: setProgress,
      };
      return before === undefined
        ? createLoanFile(vault, parameters)
        : updateLoanFile(vault, { ...parameters, before });
    },
    onSettled: () => setProgress(undefined),
    onSuccess: async () => {
      await changed();
      showToast("done", t("spaces.loans.sent"));
      onDone();
    },
  });
  const problem = useErrorText(keep.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (papers.length > 0 && !keep.isPending) keep.mutate();
  }

  if (wanted.readers.length === 0)
    return <Callout title={t("spaces.loans.nobody")}>{t("spaces.loans.nobodyText")}</Callout>;
  return (
    <form onSubmit={submit} noValidate className="grid max-w-prose grid-cols-1 gap-6">
      <PapersField
        id="loan-papers"
        kinds={kinds}
        papers={papers}
        onChange={setPapers}
        required
        error={tried && papers.length === 0 ? t("spaces.papers.choose") : undefined}
      />
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
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" busy={keep.isPending}>
          {t("spaces.papers.send")}
        </Button>
        {before && <Button onClick={onDone}>{t("spaces.papers.cancel")}</Button>}
        {keep.isPending && (
          <p role="status" className="text-muted text-sm">
            {progressWords(progress, t)}
          </p>
        )}
      </div>
    </form>
  );
}
