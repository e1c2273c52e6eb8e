"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { readEnd } from "@/lib/operator/end-day";
import type { CampaignNow } from "@/lib/query/campaigns";

/** Chooses a later end for a campaign. */
export function ExtendForm({
  campaign,
  now,
  onOpened,
}: {
  campaign: CampaignNow & { name: string };
  now: number | undefined;
  onOpened: () => void;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const [day, setDay] = useState("");
  const [tried, setTried] = useState(false);
  const end = readEnd(day, { now: now ?? 0, after: Number(campaign.endsAt) }, t);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!end.ok || now === undefined) return;
    const { extendCampaignFlow } = await import("./operator-flows");
    transact(extendCampaignFlow(campaign, end.endsAt, t));
    onOpened();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <p className="text-muted">{t("operator.extend.text")}</p>
      <Field
        id="extend-end"
        label={t("operator.extend.label")}
        required
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
