"use client";

import type { ProfileConflict, ProfileField, ProfileValue } from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import type { ErrorText } from "@/lib/errors/error-text";
import type { Translator } from "@/lib/i18n/translator";

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
  busy,
  problem,
  onDecide,
  onClose,
}: {
  conflicts: readonly ProfileConflict[];
  busy: boolean;
  problem: ErrorText | undefined;
  onDecide: (decided: readonly { field: ProfileField; value: ProfileValue }[]) => void;
  onClose: () => void;
}) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<Readonly<Record<string, (typeof sides)[number]>>>({});
  const [tried, setTried] = useState(false);
  const isDecided = conflicts.every(({ field }) => chosen[field] !== undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isDecided || busy) return;
    onDecide(
      conflicts.map((conflict) => ({
        field: conflict.field,
        value: chosen[conflict.field] === "theirs" ? conflict.theirs : conflict.mine,
      })),
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("records.profile.clash.title")}
      description={t("records.profile.clash.text")}
      wide
      footer={
        <>
          <Button onClick={onClose}>{t("records.editor.cancel")}</Button>
          <Button type="submit" form="profile-clash" look="primary" busy={busy}>
            {t("records.editor.save")}
          </Button>
        </>
      }
    >
      <form id="profile-clash" onSubmit={submit} noValidate className="grid gap-6">
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
            {tried && chosen[conflict.field] === undefined && (
              <p role="alert" className="text-loss text-sm">
                {t("records.profile.clash.choose")}
              </p>
            )}
          </fieldset>
        ))}
        {problem && (
          <Callout live tone="problem" title={problem.sentence}>
            {problem.next}
          </Callout>
        )}
      </form>
    </Dialog>
  );
}
