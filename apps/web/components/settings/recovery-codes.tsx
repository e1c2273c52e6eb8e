"use client";

import { type Factors, makeRecoveryCodes } from "@qti/sdk/identity/sign-in";
import { useMutation } from "@tanstack/react-query";
import { Check, Copy, Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useCopy } from "@/components/ui/copy";
import { Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { saveBlob } from "@/lib/save-blob";
import { withStepUp } from "@/lib/session/step-up";
import { useRaised } from "@/lib/session/use-factors";

/** Codes for the day when every other factor is out of reach. */
export function RecoveryCodes({
  codes: { left, createdAt },
  isPossible,
}: {
  codes: Factors["recoveryCodes"];
  isPossible: boolean;
}) {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const raised = useRaised();
  const [asked, setAsked] = useState(false);
  const make = useMutation({
    mutationFn: () => withStepUp(() => makeRecoveryCodes({ url: apiUrl })),
    onSettled: () => setAsked(false),
    onSuccess: raised,
    // Who looks away has to make new ones: nothing keeps them.
    gcTime: 0,
  });
  const problem = useErrorText(make.error);
  return (
    <div className="grid justify-items-start gap-3">
      <h3 className="font-medium">{t("settings.factors.codes.title")}</h3>
      <p className="text-muted text-sm">{t("settings.factors.codes.text")}</p>
      {make.data ? (
        <Shown codes={make.data} onKept={make.reset} />
      ) : (
        <>
          {createdAt !== null && (
            <p role="status" className="text-sm">
              {t.rich("settings.factors.codes.left", {
                count: left,
                n: formatCount(left, t),
                time: () => <Time at={Date.parse(createdAt) / 1000} />,
              })}
            </p>
          )}
          {isPossible ? (
            <Button
              size="small"
              look={asked ? "danger" : "secondary"}
              busy={make.isPending}
              onBlur={() => setAsked(false)}
              onClick={() => {
                if (createdAt === null || left === 0 || asked) make.mutate();
                else setAsked(true);
              }}
            >
              {createdAt === null
                ? t("settings.factors.codes.make")
                : asked
                  ? t("settings.factors.codes.makeSure")
                  : t("settings.factors.codes.makeNew")}
            </Button>
          ) : (
            <p className="text-muted text-sm">{t("settings.factors.codes.needs")}</p>
          )}
        </>
      )}
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
  );
}

function Shown({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations();
  const { copied, copy } = useCopy();
  const text = `${t("settings.factors.codes.file")}\n\n${codes.join("\n")}\n`;
  return (
    <div className="grid w-full gap-4">
      <Callout live tone="warning" title={t("settings.factors.codes.once")}>
        {t("settings.factors.codes.onceText")}
      </Callout>
      <div data-print className="grid gap-3">
        <p className="hidden font-medium print:block">{t("settings.factors.codes.file")}</p>
        <ol
          data-recovery-codes
          aria-label={t("settings.factors.codes.title")}
          className="grid gap-x-8 gap-y-1 rounded-md bg-sunken p-4 font-medium tracking-wide sm:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => copy(codes.join("\n"))}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? t("ui.copied") : t("settings.factors.codes.copy")}
        </Button>
        <Button
          size="small"
          onClick={() => saveBlob(new Blob([text], { type: "text/plain" }), "qti-recovery-codes.txt")}
        >
          <Download aria-hidden />
          {t("settings.factors.codes.save")}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          <Printer aria-hidden />
          {t("settings.factors.codes.print")}
        </Button>
        <Button size="small" look="primary" onClick={onKept}>
          {t("settings.factors.codes.kept")}
        </Button>
      </div>
    </div>
  );
}
