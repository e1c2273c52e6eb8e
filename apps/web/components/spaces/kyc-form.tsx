"use client";

import { createKycFile, type KycFile, type KycPaperKind, updateKycFile } from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { filesProblem } from "@/components/records/files-field";
import { SealFooter } from "@/components/records/seal-form";
import { CountrySelect } from "@/components/ui/country-select";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { countryLetters, countryNumber } from "@/lib/domain/countries";
import { usePapersForm } from "@/lib/records/use-spaces";
import type { OwnPapersFormProps } from "./own-papers";
import { type ChosenPaper, keptPapers, PapersField, toPaper } from "./papers-field";

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
export function KycForm({ before, readers, onDone }: OwnPapersFormProps<KycFile>) {
  const t = useTranslations();
  const [texts, setTexts] = useState(() => textsOf(before?.contents));
  const [papers, setPapers] = useState<readonly ChosenPaper<KycPaperKind>[]>(() => keptPapers(before));
  const set = (name: keyof Texts) => (event: { target: { value: string } }) =>
    setTexts({ ...texts, [name]: event.target.value });
  const missing = (name: keyof Texts) =>
    name !== "postalCode" && texts[name].trim() === "" ? t("spaces.kyc.missing") : undefined;
  const isComplete =
    papers.length > 0 &&
    filesProblem(papers, t) === undefined &&
    [...lines, "nationality" as const, "country" as const].every((name) => missing(name) === undefined);

  const form = usePapersForm({
    space: "kyc",
    isComplete,
    seal: (vault, onProgress) => {
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
        readers,
        onProgress,
      };
      return before === undefined
        ? createKycFile(vault, parameters)
        : updateKycFile(vault, { ...parameters, before });
    },
    onSealed: onDone,
  });

  return (
    <form onSubmit={form.submit} noValidate className="grid grid-cols-1 gap-6">
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        {lines.map((name) => (
          <Field
            key={name}
            id={`kyc-${name}`}
            label={t(`spaces.kyc.lines.${name}`)}
            required={name !== "postalCode"}
            error={form.tried ? missing(name) : undefined}
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
            error={form.tried ? missing(name) : undefined}
          >
            {(control) => <CountrySelect {...control} value={texts[name]} onChange={set(name)} />}
          </Field>
        ))}
      </div>
      <PapersField id="kyc-papers" kinds={kinds} papers={papers} onChange={setPapers} tried={form.tried} />
      <SealFooter form={form} send={t("spaces.papers.send")} onCancel={before && onDone} />
    </form>
  );
}
