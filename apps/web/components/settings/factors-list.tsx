"use client";

import { type Factors, removeTotp } from "@qti/sdk/identity/sign-in";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useChangeFactors, useFactors } from "@/lib/session/use-factors";
import { FactorRow } from "./factor-row";
import { Passkeys } from "./passkeys";
import { RecoveryCodes } from "./recovery-codes";
import { TotpEnrolment } from "./totp-enrolment";

/** The second factors of the account: each is added, and taken away, by itself. */
export function FactorsList() {
  const t = useTranslations();
  const factors = useFactors();
  const problem = useErrorText(factors.error);
  // What is shown stays: recovery codes may be among it, which nothing shows again.
  if (problem && !factors.data)
    return <Problem text={problem} onRetry={factors.refetch} busy={factors.isFetching} />;
  if (!factors.data) return <SkeletonLines lines={3} />;
  const { passkeys, totp, recoveryCodes } = factors.data;
  const count = passkeys.length + (totp === null ? 0 : 1);
  return (
    <div className="grid gap-8">
      {count === 1 && recoveryCodes.left === 0 && (
        <Callout tone="warning" title={t("settings.factors.onlyOne")}>
          {t("settings.factors.onlyOneText")}
        </Callout>
      )}
      <Passkeys passkeys={passkeys} />
      <AuthenticatorApp totp={totp} />
      <RecoveryCodes codes={recoveryCodes} isPossible={count > 0} />
    </div>
  );
}

function AuthenticatorApp({ totp }: Pick<Factors, "totp">) {
  const t = useTranslations();
  const [isSettingUp, setIsSettingUp] = useState(false);
  const remove = useChangeFactors((api) => removeTotp(api));
  const problem = useErrorText(remove.error);
  return (
    <div className="grid justify-items-start gap-3">
      <h3 className="font-medium">{t("settings.factors.app.title")}</h3>
      {totp === null && !isSettingUp && (
        <>
          <p className="text-muted text-sm">{t("settings.factors.app.text")}</p>
          <Button size="small" onClick={() => setIsSettingUp(true)}>
            {t("settings.factors.app.setUp")}
          </Button>
        </>
      )}
      {totp === null && isSettingUp && <TotpEnrolment onClose={() => setIsSettingUp(false)} />}
      {totp && (
        <ul className="grid w-full border-rule border-t">
          <FactorRow
            name={t("settings.factors.app.title")}
            {...totp}
            busy={remove.isPending}
            onRemove={() => {
              setIsSettingUp(false);
              remove.mutate();
            }}
          />
        </ul>
      )}
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
  );
}
