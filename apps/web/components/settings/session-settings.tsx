"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import { useSession } from "@/lib/session/use-session";
import { useAddress } from "@/lib/wallet/use-account";

// Loaded beside the page: who is not signed in needs none of it.
const SessionsPart = dynamic(() => import("./sessions-list").then((module) => module.SessionsList), {
  ssr: false,
  loading: () => <SkeletonLines lines={2} />,
});

/** Whether the service knows who this is, and the way in and out. */
export function SessionSettings() {
  const t = useTranslations();
  const account = useAddress();
  const { session, error, begin, end } = useSession();
  const problem = useErrorText(begin.error ?? end.error ?? error);
  return (
    <div className="grid gap-4">
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      {session === undefined && !problem && <SkeletonLines lines={1} />}
      {session && (
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p>
            {t("settings.signIn.as", { account: shortAddress(session.account) })}
            <span className="block text-muted text-sm">
              {t.rich("settings.signIn.ends", {
                time: () => <Time at={Date.parse(session.expiresAt) / 1000} />,
              })}
            </span>
          </p>
          <Button onClick={() => end.mutate()}>{t("settings.signIn.out")}</Button>
        </div>
      )}
      {session && <SessionsPart />}
      {session === null && (
        <div className="grid gap-4">
          <p className="text-muted">{t("settings.signIn.none")}</p>
          <div className="sm:max-w-xs">
            <SignerGate>
              <Button busy={begin.isPending} onClick={() => begin.mutate()}>
                {account && begin.isPending ? t("settings.signIn.inWallet") : t("settings.signIn.go")}
              </Button>
            </SignerGate>
          </div>
        </div>
      )}
    </div>
  );
}
