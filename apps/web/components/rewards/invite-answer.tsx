"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Address } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useStanding } from "@/lib/query/chain";
import { useNameOf } from "@/lib/query/names";
import { useReferral } from "@/lib/query/rewards";
import { useTapRules } from "@/lib/query/taps";
import { useAddress } from "@/lib/wallet/use-account";

/** The answer to an invitation: for who can accept it a button, for others why they cannot. */
export function InviteAnswer({ referrer }: { referrer: Address }) {
  const t = useTranslations();
  const account = useAddress();
  const theirs = useStanding(referrer);
  if (theirs.data && !theirs.data.canReceive)
    return (
      <Callout tone="warning" title={t("rewards.invite.notStanding")}>
        {t("rewards.invite.notStandingText")}
      </Callout>
    );
  if (!account)
    return (
      <>
        <p className="text-muted">{t("rewards.invite.connectText")}</p>
        <SignerGate>{null}</SignerGate>
      </>
    );
  if (account === referrer)
    return <Callout title={t("rewards.invite.own")}>{t("rewards.invite.ownText")}</Callout>;
  return <Answer account={account} referrer={referrer} />;
}

function Answer({ account, referrer }: { account: Address; referrer: Address }) {
  const t = useTranslations();
  const standing = useStanding(account);
  const mine = useReferral(account);
  const problem = useErrorText(standing.error ?? mine.error);
  const nameOf = useNameOf();
  if (problem)
    return (
      <Problem
        text={problem}
        onRetry={() => Promise.all([standing.refetch(), mine.refetch()])}
        busy={standing.isFetching || mine.isFetching}
      />
    );
  if (!standing.data || !mine.data) return <SkeletonLines lines={4} />;
  if (standing.data.identity)
    return <Callout title={t("rewards.invite.verified")}>{t("rewards.invite.verifiedText")}</Callout>;
  const other = mine.data.status === "bound" ? mine.data.referrer : undefined;
  if (other === referrer)
    return (
      <Callout
        tone="done"
        className="sm:flex-col sm:items-start"
        title={t("rewards.invite.accepted")}
        action={
          <Button asChild size="small">
            <Link href="/identity">{t("rewards.invite.verify")}</Link>
          </Button>
        }
      >
        {t("rewards.invite.acceptedText")}
      </Callout>
    );
  return (
    <Accept referrer={referrer} before={other}>
      {other && (
        <Callout title={t("rewards.invite.other")}>
          {t("rewards.invite.otherText", { who: nameOf(other) })}
        </Callout>
      )}
    </Accept>
  );
}

function Accept({
  referrer,
  before,
  children,
}: {
  referrer: Address;
  before: Address | undefined;
  children: ReactNode;
}) {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const rules = useTapRules();
  const nameOf = useNameOf();
  const transact = useTransact();
  // Where the service does not answer there is still one's own transaction.
  const relay = rules.data?.relay === true;

  async function accept(relayed: boolean) {
    const { acceptInvitationFlow } = await import("./referral-flows");
    const names = { who: nameOf(referrer), before: before && nameOf(before) };
    transact(acceptInvitationFlow({ referrer, apiUrl, relayed }, names, t));
  }

  return (
    <>
      {children}
      <SignerGate>
        <Button look="primary" size="large" className="w-full" onClick={() => void accept(relay)}>
          {t("rewards.invite.accept")}
        </Button>
        {relay && (
          <Button className="w-full" onClick={() => void accept(false)}>
            {t("rewards.invite.acceptOwn")}
          </Button>
        )}
      </SignerGate>
    </>
  );
}
