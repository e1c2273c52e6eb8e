"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { RecordsGate } from "@/components/records/records-gate";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CountrySelect } from "@/components/ui/country-select";
import { Field } from "@/components/ui/field";
import { Checkbox, Input, Select, TextArea } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { assetClasses, assetClassName } from "@/lib/domain/asset-words";
import { toErrorText } from "@/lib/errors/error-text";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { formatBytes } from "@/lib/format/bytes";
import { parseAmount } from "@/lib/format/parse-amount";
import { useStanding } from "@/lib/query/chain";
import { useRecords } from "@/lib/records/context";
import { useAddress } from "@/lib/wallet/use-account";
import { type DraftProblems, draftProblems, emptyDraft, type TokenizeDraft } from "./tokenize-draft";
import { TokenizePreview } from "./tokenize-preview";

/** Documents of an asset are read in the browser as a whole: this is what phones bear. */
const documentLimit = 64 * 1024 * 1024;

/** Describes an asset. What was typed stays, whatever happens to the transaction. */
export function TokenizeForm() {
  const t = useTranslations();
  const account = useAddress();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const transact = useTransact();
  const standing = useStanding(account);
  const [draft, setDraft] = useState<TokenizeDraft>(emptyDraft);
  const [touched, setTouched] = useState<ReadonlySet<keyof TokenizeDraft>>(new Set());
  const [tried, setTried] = useState(false);
  const [withDocument, setWithDocument] = useState(false);
  const [file, setFile] = useState<File>();
  const [refused, setRefused] = useState<{ draft: TokenizeDraft; problem: string }>();

  const problems = draftProblems(draft, t);
  // What only the encoding of the terms can tell; said until the text is changed.
  if (refused && refused.draft.description === draft.description) problems.description ??= refused.problem;
  const shown = (field: keyof DraftProblems) => (tried || touched.has(field) ? problems[field] : undefined);
  const set = (field: keyof TokenizeDraft) => (event: { target: { value: string } }) =>
    setDraft({ ...draft, [field]: event.target.value });
  const leave = (field: keyof TokenizeDraft) => () => setTouched(new Set([...touched, field]));
  const bind = (field: keyof TokenizeDraft) => ({
    name: field,
    value: draft[field],
    onChange: set(field),
    onBlur: leave(field),
  });

  const documentProblem = !withDocument
    ? undefined
    : !file
      ? t("assets.tokenize.document.choose")
      : file.size > documentLimit
        ? t("assets.tokenize.document.tooLarge", {
            name: file.name,
            size: formatBytes(file.size),
            limit: formatBytes(documentLimit),
          })
        : undefined;

  const shares = parseAmount(draft.shares, 0, t);
  const valuation = parseAmount(draft.valuation, 6, t);
  const eachShare =
    shares.ok && valuation.ok && shares.value > 0n && valuation.value > 0n
      ? t("assets.perShare", {
          value: `$${formatAmount(valuation.value / shares.value, { decimals: 6, maximum: 4 }, t)}`,
        })
      : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0 || documentProblem) return;
    const document = withDocument && file ? { file, loadRecords: load, chainId } : undefined;
    const { tokenizeFlow } = await import("./tokenize-flow");
    try {
      transact(tokenizeFlow(draft, document, clear, t));
    } catch (error) {
      const { sentence, next } = await toErrorText(error, t);
      setRefused({ draft, problem: `${sentence} ${next}` });
    }
  }

  function clear() {
    setDraft(emptyDraft);
    setTouched(new Set());
    setTried(false);
    setFile(undefined);
    setWithDocument(false);
  }

  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,640px)_minmax(0,320px)] lg:justify-between">
      <div className="grid grid-cols-1 content-start gap-12">
        {standing.data && !standing.data.canReceive && (
          <Callout
            tone="warning"
            title={t("assets.tokenize.notVerified.title")}
            action={
              <Button asChild size="small">
                <Link href="/identity">{t("assets.tokenize.notVerified.go")}</Link>
              </Button>
            }
          >
            {t("assets.tokenize.notVerified.text")}
          </Callout>
        )}

        <form id="tokenize" onSubmit={(event) => void submit(event)} noValidate className="grid gap-12">
          <fieldset className="grid gap-6 border-ink border-t pt-4">
            <legend className="float-left mb-2 w-full font-semibold text-lg">{t("assets.page.what")}</legend>
            <div className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_180px]">
              <Field id="name" label={t("assets.tokenize.name")} required error={shown("name")}>
                {(control) => (
                  <Input {...control} {...bind("name")} placeholder={t("assets.tokenize.nameExample")} />
                )}
              </Field>
              <Field id="symbol" label={t("assets.tokenize.ticker")} required error={shown("symbol")}>
                {(control) => (
                  <Input
                    {...control}
                    {...bind("symbol")}
                    onChange={(event) => setDraft({ ...draft, symbol: event.target.value.toUpperCase() })}
                    placeholder={t("assets.tokenize.tickerExample")}
                    autoCapitalize="characters"
                    spellCheck={false}
                  />
                )}
              </Field>
            </div>
            <div className="grid gap-6 sm:grid-cols-2">
              <Field id="assetClass" label={t("assets.tokenize.kind")} required error={shown("assetClass")}>
                {(control) => (
                  <Select {...control} {...bind("assetClass")}>
                    <option value="" disabled>
                      {t("ui.choose")}
                    </option>
                    {assetClasses.map((known) => (
                      <option key={known} value={known}>
                        {assetClassName(known, t)}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              <Field
                id="jurisdiction"
                label={t("assets.tokenize.law")}
                required
                error={shown("jurisdiction")}
              >
                {(control) => <CountrySelect {...control} {...bind("jurisdiction")} />}
              </Field>
            </div>
            <Field
              id="description"
              label={t("assets.tokenize.description")}
              required
              error={shown("description")}
              hint={t("assets.tokenize.descriptionHint")}
            >
              {(control) => <TextArea {...control} {...bind("description")} maxLength={4000} rows={6} />}
            </Field>
            <Field id="location" label={t("assets.tokenize.place")}>
              {(control) => (
                <Input
                  {...control}
                  {...bind("location")}
                  maxLength={200}
                  placeholder={t("assets.tokenize.placeExample")}
                />
              )}
            </Field>
          </fieldset>

          <fieldset className="grid gap-6 border-ink border-t pt-4">
            <legend className="float-left mb-2 w-full font-semibold text-lg">
              {t("assets.tokenize.shares")}
            </legend>
            <div className="grid gap-6 sm:grid-cols-2">
              <Field id="shares" label={t("assets.tokenize.shareCount")} required error={shown("shares")}>
                {(control) => (
                  <Input
                    {...control}
                    {...bind("shares")}
                    inputMode="numeric"
                    autoComplete="off"
                    placeholder={formatCount(10_000, t)}
                  />
                )}
              </Field>
              <Field
                id="valuation"
                label={t("assets.tokenize.valuation")}
                required
                error={shown("valuation")}
                aside={eachShare}
              >
                {(control) => (
                  <Input
                    {...control}
                    {...bind("valuation")}
                    inputMode="decimal"
                    autoComplete="off"
                    placeholder={formatCount(2_500_000, t)}
                  />
                )}
              </Field>
            </div>
            <Field id="minTier" label={t("assets.tokenize.minTier")} required>
              {(control) => (
                <Select {...control} {...bind("minTier")}>
                  <option value="1">{t("assets.tokenize.tiers.all")}</option>
                  <option value="2">{t("assets.tokenize.tiers.thoseFull")}</option>
                  <option value="3">{t("assets.tokenize.tiers.accredited")}</option>
                </Select>
              )}
            </Field>
          </fieldset>
        </form>

        {/* Outside of the form: signing in and making keys have forms of their own. */}
        <fieldset className="grid gap-4 border-ink border-t pt-4">
          <legend className="float-left mb-2 w-full font-semibold text-lg">
            {t("assets.tokenize.document.title")}
          </legend>
          <p className="max-w-prose text-muted">{t("assets.tokenize.document.text")}</p>
          <Checkbox checked={withDocument} onChange={(event) => setWithDocument(event.target.checked)}>
            {t("assets.tokenize.document.with")}
          </Checkbox>
          {withDocument && (
            <RecordsGate why={t("assets.tokenize.document.why")}>
              {() => (
                <Field
                  id="document"
                  label={t("assets.tokenize.document.label")}
                  required
                  hint={t("assets.tokenize.document.limit", { limit: formatBytes(documentLimit) })}
                  error={tried || file ? documentProblem : undefined}
                >
                  {(control) => (
                    <input
                      {...control}
                      type="file"
                      onChange={(event) => setFile(event.target.files?.[0])}
                      className="text-sm file:mr-3 file:h-11 file:rounded-md file:border file:border-rule-strong file:bg-surface file:px-4 file:text-ink"
                    />
                  )}
                </Field>
              )}
            </RecordsGate>
          )}
        </fieldset>

        <div className="grid gap-4 border-ink border-t pt-6">
          {tried && Object.keys(problems).length > 0 && (
            <p role="alert" className="text-loss">
              {t("assets.tokenize.look", { count: Object.keys(problems).length })}
            </p>
          )}
          <SignerGate>
            <Button type="submit" form="tokenize" look="primary" size="large">
              {t("assets.tokenize.review")}
            </Button>
          </SignerGate>
        </div>
      </div>
      <TokenizePreview draft={draft} document={withDocument ? file?.name : undefined} />
    </div>
  );
}
