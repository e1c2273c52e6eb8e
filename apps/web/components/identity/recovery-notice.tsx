"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { durationWords } from "@/lib/format/time";
import { useRecovery } from "@/lib/query/chain";
import { useChainNow } from "@/lib/query/chain-time";
import { useNameOf } from "@/lib/query/names";
import { useAccountState } from "@/lib/wallet/use-account";

/** Says that somebody wants to take this account's place, and how to stop it. */
export function RecoveryNotice({ account }: { account: Address }) {
  const t = useTranslations();
  const { data: recovery } = useRecovery(account);
  const now = useChainNow(1);
  const state = useAccountState();
  const transact = useTransact();
  const nameOf = useNameOf();
  if (!recovery || recovery.status === "none") return null;
  if (recovery.status === "recovered")
    return (
      <Callout tone="problem" title={t("identity.notice.retired")} className="mb-12">
        {t.rich("identity.notice.retiredText", {
          account: () => <AddressText address={recovery.successor} />,
        })}
      </Callout>
    );
  const { successor, readyAt } = recovery;
  const left = now === undefined ? undefined : readyAt - now;
  const canSign = state.status === "connected" && state.canSign;

  async function object() {
    const { objectFlow } = await import("@/components/compliance/recovery-flows");
    transact(objectFlow({ lost: account, successor, readyAt }, nameOf, t));
  }

  return (
    <Callout
      live
      tone="problem"
      title={t("identity.notice.title")}
      className="mb-12"
      action={
        canSign && (
          <Button look="danger" onClick={() => void object()}>
            {t("identity.notice.object")}
          </Button>
        )
      }
    >
      {left === undefined || left > 0
        ? t.rich("identity.notice.waits", {
            account: () => <AddressText address={successor} />,
            length: left === undefined ? t("identity.notice.threeDays") : durationWords(left, t),
          })
        : t.rich("identity.notice.due", { account: () => <AddressText address={successor} /> })}
    </Callout>
  );
}
