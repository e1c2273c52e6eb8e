"use client";

import type { KeyPublic } from "@qti/sdk/records/client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useKeys, usePublishedKeys } from "@/lib/records/use-keys";
import { useSession } from "@/lib/session/use-session";
import { useAccountState } from "@/lib/wallet/use-account";
import { KeysPart } from "./keys-part";
import { SignInPanel } from "./sign-in-panel";

type Gate = {
  why: string;
  /** Somebody sealed for keys that were there: new ones would not open it. */
  isSealed?: boolean;
  children: (keys: KeyPublic) => ReactNode;
};

/** Shows what needs records to who has a wallet, a session and open keys; to others, the one step that is missing. */
export function RecordsGate({ why, isSealed = false, children }: Gate) {
  const t = useTranslations();
  const account = useAccountState();
  if (account.status !== "connected" || !account.canSign)
    return (
      <Empty title={t("records.gate.connect")} action={<SignerGate>{null}</SignerGate>}>
        {why}
      </Empty>
    );
  return (
    <SessionGate why={why} isSealed={isSealed}>
      {children}
    </SessionGate>
  );
}

function SessionGate({ why, isSealed, children }: Required<Gate>) {
  const { session, error, refetch, isFetching } = useSession();
  const problem = useErrorText(error);
  if (problem && session === undefined) return <Problem text={problem} onRetry={refetch} busy={isFetching} />;
  if (session === undefined) return <SkeletonLines />;
  if (session === null)
    return (
      <div className="border-rule border-t pt-6">
        <SignInPanel why={why} />
      </div>
    );
  return <KeysGate isSealed={isSealed}>{children}</KeysGate>;
}

function KeysGate({ isSealed, children }: Omit<Required<Gate>, "why">) {
  const t = useTranslations();
  const keys = useKeys();
  const ready = keys.data?.status === "ready" ? keys.data.public : undefined;
  const published = usePublishedKeys(ready);
  const problem = useErrorText(keys.error);
  const publishProblem = useErrorText(published.error);
  if (problem) return <Problem text={problem} onRetry={keys.refetch} busy={keys.isFetching} />;
  if (!keys.data) return <SkeletonLines />;
  if (!ready)
    return (
      <div className="border-rule border-t pt-6">
        <KeysPart state={keys.data} isSealed={isSealed} />
      </div>
    );
  return (
    <>
      {publishProblem && (
        <Callout
          tone="warning"
          title={t("records.gate.unpublished")}
          className="mb-6"
          action={
            <Button size="small" busy={published.isPublishing} onClick={() => published.publish()}>
              {t("records.gate.publish")}
            </Button>
          }
        >
          {t("records.gate.unpublishedText", {
            sentence: publishProblem.sentence,
            next: publishProblem.next,
          })}
        </Callout>
      )}
      {children(ready)}
    </>
  );
}
