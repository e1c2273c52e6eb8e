"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { AssetPicker } from "@/components/assets/asset-picker";
import { Field } from "@/components/ui/field";
import { AmountInput, Select, TextArea } from "@/components/ui/input";
import {
  exampleQuery,
  type QueryExample,
  queryExamples,
  shareOfExample,
} from "@/lib/operator/query-examples";
import type { ListTexts } from "./list-builder";

const shares = ["column", "equal", "proRata"] as const;

/** A query of the index, ready or one's own, and how amounts come from its rows. */
export function QuerySource({
  texts,
  error,
  totalError,
  onChange,
}: {
  texts: ListTexts;
  error: string | undefined;
  totalError: string | undefined;
  onChange: (changes: Partial<ListTexts>) => void;
}) {
  const t = useTranslations();

  function choose(example: QueryExample | undefined, asset: Address | undefined) {
    if (!example) return onChange({ example: "own" });
    onChange({
      example,
      asset,
      // Whose holders is not known yet: there is nothing to ask.
      query: example === "holders" && !asset ? "" : exampleQuery(example, asset ?? ""),
      share: shareOfExample[example],
    });
  }

  return (
    <>
      <Field id="list-example" label={t("operator.query.example")} required>
        {(control) => (
          <Select
            {...control}
            value={texts.example}
            onChange={(event) =>
              choose(
                queryExamples.find((each) => each === event.target.value),
                texts.asset,
              )
            }
          >
            {queryExamples.map((example) => (
              <option key={example} value={example}>
                {t(`operator.query.examples.${example}`)}
              </option>
            ))}
            <option value="own">{t("operator.query.examples.own")}</option>
          </Select>
        )}
      </Field>
      {texts.example === "holders" && (
        <Field id="list-asset" label={t("desks.fields.asset")} required>
          {(control) => (
            <AssetPicker
              {...control}
              asset={texts.asset}
              placeholder={t("desks.form.asset")}
              onPick={(asset) => choose("holders", asset)}
            />
          )}
        </Field>
      )}
      <Field
        id="list-query"
        label={t("operator.query.label")}
        required
        hint={t("operator.query.hint")}
        error={error}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={8}
            spellCheck={false}
            autoComplete="off"
            className="font-mono text-sm"
            value={texts.query}
            onChange={(event) => onChange({ query: event.target.value, example: "own" })}
          />
        )}
      </Field>
      <Field id="list-share" label={t("operator.query.share")} required>
        {(control) => (
          <Select
            {...control}
            value={texts.share}
            onChange={(event) =>
              onChange({ share: shares.find((each) => each === event.target.value) ?? "proRata" })
            }
          >
            {shares.map((share) => (
              <option key={share} value={share}>
                {t(`operator.query.shares.${share}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {texts.share !== "column" && (
        <Field id="list-total" label={t("operator.query.total")} required error={totalError}>
          {(control) => (
            <AmountInput
              {...control}
              unit="QTI"
              placeholder="0"
              value={texts.total}
              onChange={(event) => onChange({ total: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
