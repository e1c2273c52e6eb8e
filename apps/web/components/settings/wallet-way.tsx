"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SignInPanel } from "@/components/records/sign-in-panel";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useFactors } from "@/lib/session/use-factors";
import { useSession } from "@/lib/session/use-session";

type Way = { busy: boolean; onWanted: () => void; onCancel: () => void };

/** Says what a wallet is worth as a way to open keys, and the step that is missing: a sign-in, a second factor, or two signatures. */
export function WalletWay(way: Way) {
  const t = useTranslations();
  const { session } = useSession();
  return (
    <section
      aria-label={t("settings.slots.kinds.wallet")}
      className="grid w-full justify-items-start gap-3 border-rule border-l-2 pl-4"
    >
      <p className="font-medium">{t("settings.slots.kinds.wallet")}</p>
      <p className="text-sm">{t("settings.slots.wallet.text")}</p>
      <p className="text-sm">{t("settings.slots.wallet.never")}</p>
      {session ? (
        <WithFactors {...way} />
      ) : (
        <>
          <SignInPanel why={t("settings.slots.wallet.session")} />
          <Cancel onCancel={way.onCancel} />
        </>
      )}
    </section>
  );
}

function WithFactors({ busy, onWanted, onCancel }: Way) {
  const t = useTranslations();
  const factors = useFactors();
  const problem = useErrorText(factors.error);
  if (problem && !factors.data)
    return <Problem text={problem} onRetry={factors.refetch} busy={factors.isFetching} />;
  if (!factors.data) return <SkeletonLines lines={2} />;
  const { passkeys, totp } = factors.data;
  if (passkeys.length === 0 && totp === null)
    return (
      <>
        <Callout
          tone="warning"
          title={t("settings.slots.wallet.noFactor")}
          action={
            <Button asChild size="small">
              <Link href="/settings#second-factors">{t("settings.slots.wallet.setUp")}</Link>
            </Button>
          }
        >
          {t("settings.slots.wallet.noFactorText")}
        </Callout>
        <Cancel onCancel={onCancel} />
      </>
    );
  return (
    <>
      <p className="text-muted text-sm">{t("settings.slots.wallet.twice")}</p>
      <Cancel onCancel={onCancel}>
        <Button size="small" look="primary" busy={busy} onClick={onWanted}>
          {t("settings.slots.wallet.go")}
        </Button>
      </Cancel>
    </>
  );
}

/** The way out, beside the way on where there is one. */
function Cancel({ onCancel, children }: { onCancel: () => void; children?: ReactNode }) {
  const t = useTranslations();
  return (
    <div className="flex flex-wrap gap-2">
      {children}
      <Button size="small" onClick={onCancel}>
        {t("settings.factors.app.cancel")}
      </Button>
    </div>
  );
}
