"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { readEnd } from "@/lib/operator/end-day";

/** Most characters that a name and a description have on the chain. */
export const textLimits = { name: 64, description: 1_000 } as const;

/** Names a campaign, says what it is for and when it ends. */
export function CreateCampaignForm({ now, onOpened }: { now: number | undefined; onOpened: () => void }) {
  const t = useTranslations();
  const transact = useTransact();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [day, setDay] = useState("");
  const [tried, setTried] = useState(false);
  const end = readEnd(day, { now: now ?? 0 }, t);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "" || !end.ok || now === undefined) return;
    const { createCampaignFlow } = await import("./operator-flows");
    const terms = { name: name.trim(), description: description.trim(), endsAt: end.endsAt };
    transact(createCampaignFlow(terms, t));
    onOpened();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <p className="text-muted">{t("operator.create.text")}</p>
      <Field
        id="campaign-name"
        label={t("operator.create.name")}
        required
        error={tried && name.trim() === "" ? t("operator.create.nameMissing") : undefined}
      >
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={textLimits.name}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field id="campaign-description" label={t("operator.create.description")}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={description}
            maxLength={textLimits.description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <Field
        id="campaign-end"
        label={t("operator.end.label")}
        required
        hint={t("operator.end.hint")}
        error={(tried || day !== "") && !end.ok ? end.problem : undefined}
      >
        {(control) => (
          <Input {...control} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t("desks.form.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
