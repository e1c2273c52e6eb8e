"use client";

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
  const { data: recovery } = useRecovery(account);
  const now = useChainNow(1);
  const state = useAccountState();
  const transact = useTransact();
  const nameOf = useNameOf();
  if (!recovery || recovery.status === "none") return null;
  if (recovery.status === "recovered")
    return (
      <Callout tone="problem" title="This account is retired for ever" className="mb-12">
        <AddressText address={recovery.successor} /> took its place. Shares that are still here can be brought
        over by anybody; QTI, stake and money stay with this account.
      </Callout>
    );
  const { successor, readyAt } = recovery;
  const left = now === undefined ? undefined : readyAt - now;
  const canSign = state.status === "connected" && state.canSign;

  async function object() {
    const { objectFlow } = await import("@/components/compliance/recovery-flows");
    transact(objectFlow({ lost: account, successor, readyAt }, nameOf));
  }

  return (
    <Callout
      live
      tone="problem"
      title="This account is said to be lost"
      className="mb-12"
      action={
        canSign && (
          <Button look="danger" onClick={() => void object()}>
            It is mine: object
          </Button>
        )
      }
    >
      <AddressText address={successor} /> is to take its place{" "}
      {left === undefined || left > 0
        ? `in ${left === undefined ? "three days" : durationWords(left)}`
        : "as soon as anybody completes it"}
      . If you did not ask for that, object now.
    </Callout>
  );
}
