"use client";

import type { CreditApplication, UnderwritingRules } from "@qti/sdk/loans/applications";
import { useTranslations } from "next-intl";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Time } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { dollarWords } from "@/lib/domain/dollars";

/** What became of an application, and the offer to take where there is one. */
export function Decision({
  application,
  rules,
  limit,
  now,
}: {
  application: CreditApplication;
  rules: UnderwritingRules;
  /** What the line has now. Money units. */
  limit: bigint;
  now: number;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const { outcome, score, signed, until } = application;
  // An offer that was taken, or that the line has outgrown, is none any more.
  const isTaken = signed !== null && signed.attestation.limit <= limit;
  const isLapsed = signed !== null && Number(signed.attestation.deadline) <= now;
  const offer = isTaken ? "enough" : isLapsed ? "lapsed" : "approved";
  // Paid by now: only the time since is missing.
  const refusal = outcome === "late" && until !== null ? "lateBefore" : outcome;
  const says = outcome === "approved" ? offer : refusal;
  const words = {
    limit: dollarWords(application.limit, t),
    points: `${score}`,
    needed: `${rules.least}`,
    time: () => <Time at={Number(signed?.attestation.deadline ?? until ?? now)} />,
  };

  async function take() {
    if (!signed) return;
    const { attestFlow } = await import("./credit-flows");
    transact(attestFlow(signed, limit, () => undefined, t));
  }

  return (
    <Callout
      live
      tone={says === "approved" ? "done" : says === "enough" ? "note" : "warning"}
      title={t(`credit.apply.outcomes.${says}.title`, { limit: words.limit })}
      action={
        says === "approved" && (
          <SignerGate>
            <Button look="primary" onClick={() => void take()}>
              {t("credit.apply.take")}
            </Button>
          </SignerGate>
        )
      }
    >
      {t.rich(`credit.apply.outcomes.${says}.text`, words)}
    </Callout>
  );
}
