"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { QueryPanel } from "@/components/ui/query-panel";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useApplication, useApply, useUnderwritingRules } from "@/lib/query/applications";
import { useSession } from "@/lib/session/use-session";
import { Decision } from "./decision";
import { UnderwritingRule } from "./underwriting-rule";

/** Applying for a limit: the rule, the answer with its reasons, and the offer to take. */
export function ApplyPanel({
  account,
  limit,
  now,
}: {
  account: Address;
  /** What the line has now. Money units. */
  limit: bigint;
  now: number;
}) {
  const t = useTranslations();
  const rules = useUnderwritingRules();
  const application = useApplication();
  const { session } = useSession();
  const apply = useApply();
  const problem = useErrorText(apply.error);
  const last =
    application.data?.account.toLowerCase() === account.toLowerCase() ? application.data : undefined;
  return (
    <Section
      title={t(limit === 0n ? "credit.apply.title" : "credit.apply.again")}
      lead={t("credit.apply.lead")}
    >
      <QueryPanel query={rules} lines={6}>
        {(found) => (
          <div className="grid grid-cols-1 gap-6">
            {last && <Decision application={last} rules={found} limit={limit} now={now} />}
            <UnderwritingRule rules={found} application={last} />
            {problem && (
              <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
                {problem.next}
              </Callout>
            )}
            <div className="grid max-w-md gap-2">
              <SignerGate>
                <Button
                  look={last?.signed ? "secondary" : "primary"}
                  size="large"
                  busy={apply.isPending}
                  onClick={() => apply.mutate()}
                >
                  {apply.isPending
                    ? t("credit.apply.working")
                    : t(session ? "credit.apply.go" : "credit.apply.signIn")}
                </Button>
              </SignerGate>
              {!session && <p className="text-muted text-sm">{t("credit.apply.signInText")}</p>}
            </div>
          </div>
        )}
      </QueryPanel>
    </Section>
  );
}
