"use client";

import {
  type Api,
  FactorDelayedError,
  type Factors,
  stepUpByRecoveryCode,
  stepUpByTotp,
} from "@qti/sdk/identity/sign-in";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { givePasskey } from "@/lib/session/passkeys";
import { useFactors, useRaised } from "@/lib/session/use-factors";

/** Asks for one of the account's second factors. It counts for five minutes, in this browser. */
export function StepUpDialog({ onGiven, onClose }: { onGiven: () => void; onClose: () => void }) {
  const t = useTranslations();
  const factors = useFactors();
  const problem = useErrorText(factors.error);
  return (
    <Dialog open onClose={onClose} title={t("wallet.stepUp.title")} description={t("wallet.stepUp.text")}>
      {problem && <Problem text={problem} onRetry={factors.refetch} busy={factors.isFetching} />}
      {factors.isPending && !problem && <SkeletonLines lines={2} />}
      {factors.data && <Ways factors={factors.data} onGiven={onGiven} onClose={onClose} />}
    </Dialog>
  );
}

type Given = { onGiven: () => void };

function Ways({
  factors: { passkeys, totp, recoveryCodes },
  onGiven,
  onClose,
}: Given & { factors: Factors; onClose: () => void }) {
  const t = useTranslations();
  if (passkeys.length === 0 && totp === null)
    return (
      <Callout
        tone="note"
        title={t("wallet.stepUp.none")}
        action={
          <Button asChild size="small">
            <Link href="/settings#second-factors" onClick={onClose}>
              {t("wallet.stepUp.add")}
            </Link>
          </Button>
        }
      >
        {t("wallet.stepUp.noneText")}
      </Callout>
    );
  return (
    <div className="grid gap-6">
      {passkeys.length > 0 && <ByPasskey onGiven={onGiven} />}
      {totp !== null && <ByApp isFirst={passkeys.length === 0} onGiven={onGiven} />}
      {recoveryCodes.left > 0 && <ByRecoveryCode left={recoveryCodes.left} onGiven={onGiven} />}
    </div>
  );
}

function useGive<input = void>(give: (api: Api, input: input) => Promise<unknown>, onGiven: () => void) {
  const { apiUrl } = useRuntimeConfig();
  const raised = useRaised();
  return useMutation({
    mutationFn: (input: input) => give({ url: apiUrl }, input),
    onSuccess: async () => {
      await raised();
      onGiven();
    },
  });
}

function ByPasskey({ onGiven }: Given) {
  const t = useTranslations();
  const give = useGive((api) => givePasskey(api), onGiven);
  const problem = useErrorText(give.error);
  return (
    <div className="grid gap-3">
      <Button look="primary" busy={give.isPending} onClick={() => give.mutate()}>
        {t("wallet.stepUp.passkey")}
      </Button>
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
  );
}

function ByApp({ isFirst, onGiven }: Given & { isFirst: boolean }) {
  const t = useTranslations();
  const give = useGive((api, code: string) => stepUpByTotp(api, { code }), onGiven);
  return (
    <CodeForm
      id="step-up-totp"
      label={t("wallet.stepUp.totp")}
      hint={t("wallet.stepUp.totpHint")}
      isFirst={isFirst}
      give={give}
      input={{ inputMode: "numeric", autoComplete: "one-time-code", maxLength: 7 }}
      read={(typed) => typed.replaceAll(/\s/g, "")}
      isWhole={(code) => /^\d{6}$/.test(code)}
      incomplete={t("wallet.stepUp.sixDigits")}
    />
  );
}

function ByRecoveryCode({ left, onGiven }: Given & { left: number }) {
  const t = useTranslations();
  const give = useGive((api, code: string) => stepUpByRecoveryCode(api, { code }), onGiven);
  return (
    <details>
      <summary className="disclosure text-sm">{t("wallet.stepUp.otherwise")}</summary>
      <div className="mt-4">
        <CodeForm
          id="step-up-recovery"
          label={t("wallet.stepUp.recovery")}
          hint={t("wallet.stepUp.recoveryHint", { count: left, n: formatCount(left, t) })}
          isFirst={false}
          give={give}
          input={{ autoComplete: "off", autoCapitalize: "characters", maxLength: 64 }}
          read={(typed) => typed.trim()}
          isWhole={(code) => code.length > 0}
          incomplete={t("wallet.stepUp.recoveryMissing")}
        />
      </div>
    </details>
  );
}

function CodeForm({
  id,
  label,
  hint,
  isFirst,
  give,
  input,
  read,
  isWhole,
  incomplete,
}: {
  id: string;
  label: string;
  hint: string;
  isFirst: boolean;
  give: { mutate: (code: string) => void; isPending: boolean; error: Error | null };
  input: React.ComponentProps<"input">;
  read: (typed: string) => string;
  isWhole: (code: string) => boolean;
  incomplete: string;
}) {
  const t = useTranslations();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const problem = useErrorText(give.error);
  const retryAt = give.error instanceof FactorDelayedError ? give.error.retryAt : undefined;
  const code = read(typed);
  const isMissing = tried && !isWhole(code);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isWhole(code) && !give.isPending) give.mutate(code);
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field
        id={id}
        label={label}
        hint={hint}
        required
        error={isMissing ? incomplete : problem && `${problem.sentence} ${problem.next}`}
      >
        {(control) => (
          <Input
            {...control}
            {...input}
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {retryAt && (
        <p className="text-muted text-sm">
          {t.rich("wallet.stepUp.retry", { time: () => <Time at={retryAt.getTime() / 1000} /> })}
        </p>
      )}
      <Button
        type="submit"
        look={isFirst ? "primary" : "secondary"}
        busy={give.isPending}
        className="justify-self-start"
      >
        {t("wallet.stepUp.confirm")}
      </Button>
    </form>
  );
}
