"use client";

import { type Address, getAddress, isAddress } from "viem";
import { AssetPicker } from "@/components/assets/asset-picker";
import { CountrySelect } from "@/components/ui/country-select";
import { Field } from "@/components/ui/field";
import { AmountInput, Input, Select, TextArea } from "@/components/ui/input";
import type { FieldSpec } from "@/lib/desks/fields";
import { allRoles, roleWords } from "@/lib/domain/roles";
import { tierWords } from "@/lib/domain/words";

/** Fields that may stay empty. */
const optional = new Set<FieldSpec["kind"]>(["limit", "count", "day"]);

const unitOf: { readonly [kind in FieldSpec["kind"]]?: string } = {
  shares: "shares",
  limit: "shares",
  qti: "QTI",
  percent: "%",
  hours: "hours",
};

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
  const change = (event: { target: { value: string } }) => onChange(event.target.value);
  const unit = unitOf[spec.kind];
  return (
    <Field id={id} label={spec.label} hint={spec.hint} error={error} required={!optional.has(spec.kind)}>
      {(control) => {
        switch (spec.kind) {
          case "asset":
            return (
              <AssetPicker
                {...control}
                asset={assetOf(value)}
                placeholder="Name of the asset"
                onPick={(asset) => onChange(asset ?? "")}
              />
            );
          case "country":
            return <CountrySelect {...control} value={value} onChange={change} />;
          case "role":
            return (
              <Select {...control} value={value} onChange={change}>
                <option value="" disabled>
                  Choose
                </option>
                {allRoles.map(({ role }) => (
                  <option key={String(role)} value={String(role)}>
                    {roleWords(role).name}
                  </option>
                ))}
              </Select>
            );
          case "tier":
            return (
              <Select {...control} value={value} onChange={change}>
                <option value="" disabled>
                  Choose
                </option>
                {tierWords.slice(1).map((word, index) => (
                  <option key={word} value={index + 1}>
                    {word}
                  </option>
                ))}
              </Select>
            );
          case "yes":
            return (
              <Select {...control} value={value} onChange={change}>
                <option value="" disabled>
                  Choose
                </option>
                <option value="yes">{spec.choices?.[0] ?? "Yes"}</option>
                <option value="no">{spec.choices?.[1] ?? "No"}</option>
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
          case "count":
            return (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                placeholder="No limit"
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

function assetOf(value: string): Address | undefined {
  return isAddress(value, { strict: false }) ? getAddress(value) : undefined;
}
