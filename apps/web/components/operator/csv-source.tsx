"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { TextArea } from "@/components/ui/input";
import type { ListTexts } from "./list-builder";

/** A table as a file, or pasted: a file fills the field, in which it can be read and changed. */
export function CsvSource({
  texts,
  error,
  onChange,
}: {
  texts: ListTexts;
  error: string | undefined;
  onChange: (changes: Partial<ListTexts>) => void;
}) {
  const t = useTranslations();
  return (
    <>
      <Field id="list-file" label={t("operator.csv.file")}>
        {(control) => (
          <FileInput
            {...control}
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onPick={(file) => {
              if (file) void file.text().then((csv) => onChange({ csv }));
            }}
          />
        )}
      </Field>
      <Field
        id="list-csv"
        label={t("operator.csv.label")}
        required
        hint={t("operator.csv.hint")}
        error={error}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={8}
            spellCheck={false}
            autoComplete="off"
            placeholder="0x…"
            className="font-mono text-sm"
            value={texts.csv}
            onChange={(event) => onChange({ csv: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
