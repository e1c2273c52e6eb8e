"use client";

import {
  type Decision,
  type DecisionOn,
  type DecisionOutcome,
  decide,
  type SpaceRecord,
} from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SealFooter } from "@/components/records/seal-form";
import { AddressText } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Field } from "@/components/ui/field";
import { Select, TextArea } from "@/components/ui/input";
import { Time } from "@/components/ui/time";
import { useToast } from "@/components/ui/toast";
import { useSealForm } from "@/lib/records/use-seal-form";
import { useSpaceChanged, useVault } from "@/lib/records/use-spaces";

const tones = { accepted: "gain", refused: "loss", more: "warn" } as const;
const outcomes = ["accepted", "more", "refused"] as const satisfies DecisionOutcome[];

/** What was decided about papers, and by whom. */
export function DecisionNote({ on }: { on: DecisionOn | undefined }) {
  const t = useTranslations();
  if (on === undefined)
    return (
      <p>
        <Badge>{t("spaces.decision.waiting")}</Badge>
      </p>
    );
  const { outcome, reason } = on.decision.contents;
  return (
    <div className="grid grid-cols-1 justify-items-start gap-1">
      <Badge tone={on.isOutdated ? "plain" : tones[outcome]}>{t(`spaces.decision.${outcome}`)}</Badge>
      {reason && <p className="whitespace-pre-line [overflow-wrap:anywhere]">{reason}</p>}
      <p className="text-muted text-sm">
        <AddressText address={on.by} />, <Time at={Date.parse(on.decision.manifest.created) / 1000} />
      </p>
      {on.isOutdated && <p className="text-muted text-sm">{t("spaces.decision.outdated")}</p>}
    </div>
  );
}

/** Says what one thinks of papers. It goes back to whoever sent them, sealed; their papers stay as they are. */
export function DecideForm({
  file,
  space,
  before,
}: {
  file: SpaceRecord<unknown>;
  space: "kyc" | "loans";
  /** What one said before. */
  before: SpaceRecord<Decision> | undefined;
}) {
  const t = useTranslations();
  const load = useVault();
  const changed = useSpaceChanged(space);
  const showToast = useToast();
  const [outcome, setOutcome] = useState<DecisionOutcome>("accepted");
  const [reason, setReason] = useState("");
  const missing = outcome !== "accepted" && reason.trim() === "" ? t("spaces.decision.why") : undefined;
  const id = file.record.id;
  const form = useSealForm({
    isComplete: missing === undefined,
    seal: async () => decide(await load(), { about: file, outcome, reason: reason.trim(), before }),
    onSealed: async () => {
      setReason("");
      await changed();
      showToast("done", t("spaces.decision.sent"));
    },
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid grid-cols-1 gap-4">
      <Field id={`outcome-${id}`} label={t("spaces.decision.outcome")} required>
        {(control) => (
          <Select
            {...control}
            value={outcome}
            onChange={(event) => setOutcome(outcomes.find((each) => each === event.target.value) ?? outcome)}
          >
            {outcomes.map((each) => (
              <option key={each} value={each}>
                {t(`spaces.decision.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        id={`reason-${id}`}
        label={t("spaces.decision.reason")}
        hint={t("spaces.decision.reasonHint")}
        required={outcome !== "accepted"}
        error={form.tried ? missing : undefined}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={2_000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <SealFooter form={form} send={t("spaces.decision.send")} />
    </form>
  );
}
