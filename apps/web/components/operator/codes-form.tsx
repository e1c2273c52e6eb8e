"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { TextArea } from "@/components/ui/input";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { readCodes } from "@/lib/operator/read-codes";
import { useUploadCodes } from "@/lib/query/operator";

/** Hands codes of an item to the service, which seals each for its buyer. */
export function CodesForm({ itemId, onDone }: { itemId: bigint; onDone: () => void }) {
  const t = useTranslations();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const upload = useUploadCodes();
  const problem = useErrorText(upload.error);
  const { codes, repeated, wrong } = readCodes(text);
  const error =
    wrong.length > 0
      ? t("operator.codes.wrong", { lines: wrong.slice(0, 5).join(", ") })
      : tried && codes.length === 0
        ? t("operator.codes.missing")
        : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (codes.length === 0 || wrong.length > 0) return;
    upload.mutate({ itemId, codes });
  }

  if (upload.data) {
    const { added, after } = upload.data;
    const before = codes.length - added;
    return (
      <div className="grid grid-cols-1 gap-6">
        <Callout
          live
          tone="done"
          title={t("operator.codes.done", { count: added, n: formatCount(added, t) })}
        >
          {before > 0 && <p>{t("operator.codes.known", { count: before, n: formatCount(before, t) })}</p>}
          {after && (
            <p>
              {t("operator.codes.atHand", { count: after.available, n: formatCount(after.available, t) })}
            </p>
          )}
        </Callout>
        <Button onClick={onDone}>{t("ui.close")}</Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-6">
      <p className="text-muted">{t("operator.codes.text")}</p>
      <Field id="codes-file" label={t("operator.codes.file")}>
        {(control) => (
          <FileInput
            {...control}
            accept=".txt,.csv,text/plain,text/csv"
            onPick={(file) => {
              if (file) void file.text().then(setText);
            }}
          />
        )}
      </Field>
      <Field
        id="codes-text"
        label={t("operator.codes.label")}
        required
        error={error}
        aside={t("operator.codes.count", { count: codes.length, n: formatCount(codes.length, t) })}
        hint={
          repeated > 0
            ? t("operator.codes.repeated", { count: repeated, n: formatCount(repeated, t) })
            : undefined
        }
      >
        {(control) => (
          <TextArea
            {...control}
            rows={8}
            spellCheck={false}
            autoComplete="off"
            className="font-mono text-sm"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              upload.reset();
            }}
          />
        )}
      </Field>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      <Button type="submit" look="primary" size="large" busy={upload.isPending}>
        {t("operator.codes.upload")}
      </Button>
    </form>
  );
}
