"use client";

import { confirmTotp, enrolTotp } from "@qti/sdk/identity/sign-in";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { QrCode } from "@/components/ui/qr-code";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { withStepUp } from "@/lib/session/step-up";
import { useChangeFactors } from "@/lib/session/use-factors";
import { useAddress } from "@/lib/wallet/use-account";

/** In groups of four, as people type it. */
const grouped = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, "$1 ");

/** Shows the secret of an authenticator app, this once, and takes its first code. */
export function TotpEnrolment({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const account = useAddress();
  // Asked for once: each asking makes a new secret, and the one that was scanned would be worth nothing.
  const enrolment = useQuery({
    queryKey: ["totp enrolment", account],
    queryFn: () => withStepUp(() => enrolTotp({ url: apiUrl })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const problem = useErrorText(enrolment.error);
  if (problem) return <Problem text={problem} onRetry={enrolment.refetch} busy={enrolment.isFetching} />;
  if (!enrolment.data) return <SkeletonLines lines={4} />;
  const { secret, uri } = enrolment.data;
  return (
    <div className="grid w-full gap-6">
      <div className="grid gap-6 sm:grid-cols-[auto_minmax(0,1fr)]">
        <QrCode text={uri} label={t("settings.factors.app.qr")} />
        <div className="grid content-start justify-items-start gap-3 text-sm">
          <p>{t("settings.factors.app.scan")}</p>
          <p className="text-muted">{t("settings.factors.app.type")}</p>
          <p data-totp-secret className="rounded-md bg-sunken px-3 py-2 font-medium tracking-wide">
            <CopyText text={secret} label={t("settings.factors.app.secret")} className="text-left">
              {grouped(secret)}
            </CopyText>
          </p>
          <a href={uri} className="underline underline-offset-4">
            {t("settings.factors.app.here")}
          </a>
        </div>
      </div>
      <Confirm onClose={onClose} />
    </div>
  );
}

function Confirm({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const showToast = useToast();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const confirm = useChangeFactors((api, code: string) => confirmTotp(api, { code }));
  const problem = useErrorText(confirm.error);
  const code = typed.replaceAll(/\s/g, "");
  const isWhole = /^\d{6}$/.test(code);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isWhole || confirm.isPending) return;
    confirm.mutate(code, {
      onSuccess: () => {
        showToast("done", t("settings.factors.app.done"));
        onClose();
      },
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field
        id="totp-code"
        label={t("settings.factors.app.code")}
        hint={t("settings.factors.app.codeHint")}
        required
        error={
          tried && !isWhole ? t("wallet.stepUp.sixDigits") : problem && `${problem.sentence} ${problem.next}`
        }
      >
        {(control) => (
          <Input
            {...control}
            className="sm:max-w-sm"
            value={typed}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="small" busy={confirm.isPending}>
          {t("settings.factors.app.confirm")}
        </Button>
        <Button size="small" onClick={onClose}>
          {t("settings.factors.app.cancel")}
        </Button>
      </div>
    </form>
  );
}
