"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useSession } from "@/lib/session/use-session";

/** Signs in to the service with a message: who may fetch which ciphertext is decided by account. */
export function SignInPanel({ why }: { why: string }) {
  const t = useTranslations();
  const { begin, error } = useSession();
  const problem = useErrorText(begin.error ?? error);
  return (
    <div className="grid max-w-prose justify-items-start gap-4">
      <p className="font-medium">{t("records.signIn.title")}</p>
      <p className="text-muted">{t("records.signIn.text", { why })}</p>
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      <Button look="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
        {begin.isPending ? t("records.signIn.inWallet") : t("records.signIn.go")}
      </Button>
    </div>
  );
}
