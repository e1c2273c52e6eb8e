"use client";

import { useTranslations } from "next-intl";
import { AssetPicker } from "@/components/assets/asset-picker";
import { CountrySelect } from "@/components/ui/country-select";
import { Field } from "@/components/ui/field";
import { AmountInput, Input, Select, TextArea } from "@/components/ui/input";
import type { FieldSpec } from "@/lib/desks/fields";
import { allRoles, roleWords } from "@/lib/domain/roles";
import { tierName } from "@/lib/domain/words";
import { readAddress } from "@/lib/format/address";
import type { Translator } from "@/lib/i18n/translator";

/** Fields that may stay empty. */
const optional = new Set<FieldSpec["kind"]>(["limit", "count", "day"]);

function unitOf(kind: FieldSpec["kind"], t: Translator): string | undefined {
  switch (kind) {
    case "shares":
    case "limit":
      return t("desks.form.shares");
    case "hours":
      return t("desks.form.hours");
    case "qti":
    case "qtiOrNone":
      return "QTI";
    case "points":
      return t("desks.form.points");
    case "percent":
      return "%";
    case "dollars":
      return "USD";
    case "times":
      return t("desks.form.times");
    default:
      return undefined;
  }
}

/** One field of a form for an operation. */
export function OperationField({
  id,
  spec,
  value,
  error,
  onChange,
}: {
  id: string;
  spec: FieldSpec;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const t = useTranslations();
  const change = (event: { target: { value: string } }) => onChange(event.target.value);
  const unit = unitOf(spec.kind, t);
  return (
    <Field
      id={id}
      label={t(`desks.fields.${spec.name}`)}
      hint={spec.help && t(`desks.hints.${spec.help}`)}
      error={error}
      required={!optional.has(spec.kind)}
    >
      {(control) => {
        switch (spec.kind) {
          case "asset":
            return (
              <AssetPicker
                {...control}
                asset={readAddress(value)}
                placeholder={t("desks.form.asset")}
                onPick={(asset) => onChange(asset ?? "")}
              />
            );
          case "country":
            return <CountrySelect {...control} value={value} onChange={change} />;
          case "role":
            return (
              <Select {...control} value={value} onChange={change}>
                <option value="" disabled>
                  {t("ui.choose")}
                </option>
                {allRoles.map(({ role }) => (
                  <option key={String(role)} value={String(role)}>
                    {roleWords(role, t).name}
                  </option>
                ))}
              </Select>
            );
          case "tier":
            return (
              <Select {...control} value={value} onChange={change}>
                <option value="" disabled>
                  {t("ui.choose")}
                </option>
                {[1, 2, 3].map((tier) => (
                  <option key={tier} value={tier}>
                    {tierName(tier, t)}
                  </option>
                ))}
              </Select>
            );
          case "yes":
            return (
              <Select {...control} value={value} onChange={change}>
                <option value="" disabled>
                  {t("ui.choose")}
                </option>
                <option value="yes">{t("desks.form.yes")}</option>
                <option value="no">{t("desks.form.no")}</option>
              </Select>
            );
          case "statement":
            return (
              <TextArea
                {...control}
                value={value}
                rows={8}
                spellCheck={false}
                autoComplete="off"
                onChange={change}
              />
            );
          case "day":
            return <Input {...control} type="date" value={value} onChange={change} />;
          case "number":
            return (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                placeholder="0"
                value={value}
                onChange={change}
              />
            );
          case "count":
            return (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                placeholder={t("desks.form.noLimit")}
                value={value}
                onChange={change}
              />
            );
          default:
            return unit ? (
              <AmountInput {...control} unit={unit} placeholder="0" value={value} onChange={change} />
            ) : (
              <Input
                {...control}
                value={value}
                placeholder="0x…"
                autoComplete="off"
                spellCheck={false}
                onChange={change}
              />
            );
        }
      }}
    </Field>
  );
}
