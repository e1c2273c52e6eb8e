"use client";

import {
  createKycFile,
  type FoundReaders,
  type KeepProgress,
  type KycFile,
  type KycPaperKind,
  type SpaceRecord,
  updateKycFile,
} from "@qti/sdk/records/spaces";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CountrySelect } from "@/components/ui/country-select";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { countryLetters, countryNumber } from "@/lib/domain/countries";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useSpaceChanged, useVault } from "@/lib/records/use-spaces";
import { progressWords } from "./paper-words";
import { type ChosenPaper, PapersField, toPaper } from "./papers-field";

const kinds = [
  "passport",
  "identity-card",
  "residence-permit",
  "driving-licence",
  "proof-of-address",
  "other",
] as const satisfies readonly KycPaperKind[];

const lines = ["givenNames", "familyName", "birthDate", "street", "postalCode", "city"] as const;
const autoComplete = {
  givenNames: "given-name",
  familyName: "family-name",
  birthDate: "bday",
  street: "street-address",
  postalCode: "postal-code",
  city: "address-level2",
} as const;

type Texts = { [name in (typeof lines)[number] | "nationality" | "country"]: string };

function textsOf(file: KycFile | undefined): Texts {
  const { person } = file ?? {};
  const number = (letters: string | undefined) => (letters ? `${countryNumber(letters)}` : "");
  return {
    givenNames: person?.givenNames ?? "",
    familyName: person?.familyName ?? "",
    birthDate: person?.birthDate ?? "",
    nationality: number(person?.nationality),
    street: person?.address.street ?? "",
    postalCode: person?.address.postalCode ?? "",
    city: person?.address.city ?? "",
    country: number(person?.address.country),
  };
}

/** States who one is, and adds papers. Everything is sealed in this browser before it is sent. */
export function KycForm({
  before,
  wanted,
  onDone,
}: {
  before: SpaceRecord<KycFile> | undefined;
  wanted: FoundReaders;
  onDone: () => void;
}) {
  const t = useTranslations();
  const load = useVault();
  const changed = useSpaceChanged("kyc");
  const showToast = useToast();
  const [texts, setTexts] = useState(() => textsOf(before?.contents));
  const [papers, setPapers] = useState<readonly ChosenPaper<KycPaperKind>[]>(
    () =>
      before?.manifest.attachments.map((kept, index) => ({
        kind: before.contents.papers[index]?.kind ?? "other",
        kept,
      })) ?? [],
  );
  const [tried, setTried] = useState(false);
  const [progress, setProgress] = useState<KeepProgress>();
  const set = (name: keyof Texts) => (event: { target: { value: string } }) =>
    setTexts({ ...texts, [name]: event.target.value });
  const missing = (name: keyof Texts) =>
    name !== "postalCode" && texts[name].trim() === "" ? t("spaces.kyc.missing") : undefined;
  const isComplete =
    papers.length > 0 &&
    [...lines, "nationality" as const, "country" as const].every((name) => missing(name) === undefined);

  const keep = useMutation({
    mutationFn: async () => {
      const vault = await load();
      const parameters = {
        person: {
          givenNames: texts.givenNames.trim(),
          familyName: texts.familyName.trim(),
          birthDate: texts.birthDate,
          nationality: countryLetters(Number(texts.nationality)) ?? "",
          address: {
            street: texts.street.trim(),
            postalCode: texts.postalCode.trim(),
            city: texts.city.trim(),
            country: countryLetters(Number(texts.country)) ?? "",
          },
        },
        papers: papers.map(toPaper),
        readers: wanted.readers.map(({ keys }) => keys),
        onProgress: setProgress,
      };
      return before === undefined
        ? createKycFile(vault, parameters)
        : updateKycFile(vault, { ...parameters, before });
    },
    onSettled: () => setProgress(undefined),
    onSuccess: async () => {
      await changed();
      showToast("done", t("spaces.kyc.sent"));
      onDone();
    },
  });
  const problem = useErrorText(keep.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isComplete && !keep.isPending) keep.mutate();
  }

  if (wanted.readers.length === 0)
    return <Callout title={t("spaces.kyc.nobody")}>{t("spaces.kyc.nobodyText")}</Callout>;
  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-6">
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        {lines.map((name) => (
          <Field
            key={name}
            id={`kyc-${name}`}
            label={t(`spaces.kyc.lines.${name}`)}
            required={name !== "postalCode"}
            error={tried ? missing(name) : undefined}
          >
            {(control) => (
              <Input
                {...control}
                type={name === "birthDate" ? "date" : "text"}
                autoComplete={autoComplete[name]}
                maxLength={name === "postalCode" ? 40 : 200}
                value={texts[name]}
                onChange={set(name)}
              />
            )}
          </Field>
        ))}
        {(["country", "nationality"] as const).map((name) => (
          <Field
            key={name}
            id={`kyc-${name}`}
            label={t(`spaces.kyc.lines.${name}`)}
            required
            error={tried ? missing(name) : undefined}
          >
            {(control) => <CountrySelect {...control} value={texts[name]} onChange={set(name)} />}
          </Field>
        ))}
      </div>
      <PapersField
        id="kyc-papers"
        kinds={kinds}
        papers={papers}
        onChange={setPapers}
        required
        error={tried && papers.length === 0 ? t("spaces.papers.choose") : undefined}
      />
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
