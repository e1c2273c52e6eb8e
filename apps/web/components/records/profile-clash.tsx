"use client";

import type { ProfileConflict, ProfileField, ProfileValue } from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Translator } from "@/lib/i18n/translator";
import { useSealForm } from "@/lib/records/use-seal-form";
import { SealDialog } from "./seal-form";

const sides = ["mine", "theirs"] as const;

/** What a field is called, where both sides have something or one has. */
function fieldName({ field, base, mine, theirs }: ProfileConflict, t: Translator): string {
  switch (field) {
    case "contact.name":
    case "contact.email":
    case "contact.phone":
    case "contact.address":
      return t(`records.profile.lines.${field.slice("contact.".length) as "name"}`);
    case "preferences.theme":
      return t("records.profile.lines.theme");
    case "preferences.language":
      return t("records.profile.lines.language");
  }
  const named = [mine, theirs, base].find((value) => typeof value === "object");
  return typeof named === "object" ? named.title : t("records.profile.credentials");
}

function valueWords(value: ProfileValue, t: Translator): string {
  if (value === undefined || value === "") return t("records.profile.clash.nothing");
  if (typeof value === "string") return value;
  const until = value.validUntil === null ? "" : t("records.profile.validUntil", { day: value.validUntil });
  return [value.title, value.issuer, value.number, until].filter(Boolean).join(", ");
}

/** Two browsers changed the same field: the person says, field by field, which stays. */
export function ProfileClash({
  conflicts,
  onDecide,
  onClose,
}: {
  conflicts: readonly ProfileConflict[];
  onDecide: (decided: readonly { field: ProfileField; value: ProfileValue }[]) => Promise<void> | void;
  onClose: () => void;
}) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<Readonly<Record<string, (typeof sides)[number]>>>({});
  const form = useSealForm({
    isComplete: conflicts.every(({ field }) => chosen[field] !== undefined),
    seal: async () =>
      onDecide(
        conflicts.map((conflict) => ({
          field: conflict.field,
          value: chosen[conflict.field] === "theirs" ? conflict.theirs : conflict.mine,
        })),
      ),
  });
  return (
    <SealDialog
      form={form}
      title={t("records.profile.clash.title")}
      description={t("records.profile.clash.text")}
      onClose={onClose}
    >
      {conflicts.map((conflict) => (
        <fieldset key={conflict.field} className="grid gap-2">
          <legend className="mb-2 font-medium">{fieldName(conflict, t)}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {sides.map((side) => (
              <label
                key={side}
                className="grid cursor-pointer content-start gap-1 rounded-md border border-rule-strong p-3 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
              >
                <input
                  type="radio"
                  name={conflict.field}
                  className="sr-only"
                  checked={chosen[conflict.field] === side}
                  onChange={() => setChosen({ ...chosen, [conflict.field]: side })}
                />
                <span className="text-muted text-sm">{t(`records.profile.clash.${side}`)}</span>
                <span className="whitespace-pre-line [overflow-wrap:anywhere]">
                  {valueWords(conflict[side], t)}
                </span>
              </label>
            ))}
          </div>
          {form.tried && chosen[conflict.field] === undefined && (
            <p role="alert" className="text-loss text-sm">
              {t("records.profile.clash.choose")}
            </p>
          )}
        </fieldset>
      ))}
    </SealDialog>
  );
}
