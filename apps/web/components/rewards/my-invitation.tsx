"use client";

import { useMutation } from "@tanstack/react-query";
import { Share2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { SignerGate } from "@/components/wallet/signer-gate";
import { codeWords } from "@/lib/domain/referrals";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useStanding } from "@/lib/query/chain";
import { useMyCode } from "@/lib/query/taps";
import { useSession } from "@/lib/session/use-session";
import { useHydrated } from "@/lib/use-hydrated";

/** The link by which somebody can come, for who may bring somebody; to others what they need first. */
export function MyInvitation({ account }: { account: Address }) {
  const t = useTranslations();
  const standing = useStanding(account);
  const problem = useErrorText(standing.error);
  if (problem) return <Problem text={problem} onRetry={standing.refetch} busy={standing.isFetching} />;
  if (!standing.data) return <SkeletonLines lines={3} />;
  if (!standing.data.canReceive)
    return (
      <Callout
        tone="warning"
        title={t("rewards.referrals.needsIdentity")}
        action={
          <Button asChild size="small">
            <Link href="/identity">{t("rewards.referrals.verify")}</Link>
          </Button>
        }
      >
        {t("rewards.referrals.needsIdentityText")}
      </Callout>
    );
  return <MyCode />;
}

function MyCode() {
  const t = useTranslations();
  const { session, begin } = useSession();
  const code = useMyCode();
  const problem = useErrorText(begin.error ?? code.error);
  if (code.data) return <Code code={code.data} />;
  return (
    <div className="grid gap-4">
      <p className="text-muted">{t("rewards.referrals.makeText")}</p>
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      <div className="max-w-md">
        <SignerGate>
          {session && !problem ? (
            <SkeletonLines lines={2} />
          ) : (
            <Button
              look="primary"
              size="large"
              className="w-full"
              busy={begin.isPending || code.isFetching}
              onClick={() => (session ? void code.refetch() : begin.mutate())}
            >
              {t("rewards.referrals.make")}
            </Button>
          )}
        </SignerGate>
      </div>
    </div>
  );
}

function Code({ code }: { code: string }) {
  const t = useTranslations();
  const hydrated = useHydrated();
  // The browser knows under which name it found this app.
  const link = hydrated ? `${window.location.origin}/rewards/invite/${code}` : "";
  const mayShare = hydrated && typeof navigator.share === "function";
  const share = useMutation({
    mutationFn: () => navigator.share({ title: t("rewards.referrals.shareText"), url: link }),
  });
  return (
    <dl className="grid gap-6 border-rule border-y py-6">
      <div className="min-w-0">
        <dt className="text-muted text-sm">{t("rewards.referrals.link")}</dt>
        <dd className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2" data-invitation={link}>
          <CopyText text={link} label={t("rewards.referrals.copyLink")} className="font-medium text-lg">
            <span className="min-w-0 text-left [overflow-wrap:anywhere]">{link}</span>
          </CopyText>
          {mayShare && (
            <Button size="small" onClick={() => share.mutate()}>
              <Share2 aria-hidden />
              {t("rewards.referrals.share")}
            </Button>
          )}
        </dd>
      </div>
      <div>
        <dt className="text-muted text-sm">{t("rewards.referrals.code")}</dt>
        <dd className="mt-1">
          <CopyText text={code} label={t("rewards.referrals.copyCode")} className="font-semibold text-2xl">
            <span className="tracking-wider">{codeWords(code)}</span>
          </CopyText>
        </dd>
      </div>
    </dl>
  );
}
