"use client";

import { roles } from "@qti/sdk";
import type { IndexedOperation } from "@qti/sdk/subgraph";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AddressText } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { windowOf } from "@/lib/access/access";
import { phraseText } from "@/lib/calls/phrase";
import { useRuntimeConfig } from "@/lib/config/context";
import { useRoles, useScheduledOperations } from "@/lib/query/access";
import { useChainNow } from "@/lib/query/chain-time";
import { useNameOf } from "@/lib/query/names";
import { useAccountState } from "@/lib/wallet/use-account";

const CallSentence = dynamic(
  () => import("@/components/desks/call-sentence").then((module) => module.CallSentence),
  { ssr: false, loading: () => <Skeleton className="w-64" /> },
);

/** What was announced and is not done yet, what is due first in front. */
export function WaitingOperations() {
  const t = useTranslations();
  const operations = useScheduledOperations();
  const now = useChainNow();
  return (
    <QueryPanel
      query={operations}
      meanwhile={indexMeanwhile}
      isEmpty={(found) => found.length === 0}
      empty={<Empty title={t("roles.waiting.empty")}>{t("roles.waiting.emptyText")}</Empty>}
    >
      {(found) => (
        <ul className="grid border-rule border-t">
          {found.map((operation) => (
            <OperationRow key={operation.id} operation={operation} now={now} />
          ))}
        </ul>
      )}
    </QueryPanel>
  );
}

const tones = { waiting: "accent", ready: "gain", lapsed: "plain" } as const;

function OperationRow({ operation, now }: { operation: IndexedOperation; now: number | undefined }) {
  const t = useTranslations();
  const { caller, target, data, readyAt } = operation;
  const transact = useTransact();
  const nameOf = useNameOf();
  const { contracts } = useRuntimeConfig();
  const account = useAccountState();
  const mayCancel = useMayCancel(caller);
  const span = windowOf(Number(readyAt), now ?? 0);
  const isMine =
    account.status === "connected" &&
    account.canSign &&
    account.address.toLowerCase() === caller.toLowerCase();

  async function open(what: "execute" | "cancel") {
    const manager = contracts.accessManager;
    if (!manager) return;
    const [{ executeFlow, cancelFlow }, { callWords }] = await Promise.all([
      import("@/lib/desks/operation-flow"),
      import("@/lib/calls/call-words"),
    ]);
    const title = phraseText(callWords({ target, data }, contracts, t), nameOf);
    transact((what === "execute" ? executeFlow : cancelFlow)(manager, { caller, target, data }, title, t));
  }

  return (
    <li className="grid gap-3 border-rule border-b py-4">
      <div className="flex items-start justify-between gap-4">
        <p className="min-w-0 font-medium [overflow-wrap:anywhere]">
          <CallSentence target={target} data={data} />
        </p>
        {now !== undefined && (
          <Badge tone={tones[span.state]}>{t(`roles.waiting.states.${span.state}`)}</Badge>
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="text-[0.9375rem] text-muted">
          {t.rich(`roles.waiting.by.${span.state}`, {
            account: () => <AddressText address={caller} />,
            time: () => <Time at={span.state === "waiting" ? span.readyAt : span.lapsesAt} />,
          })}
        </p>
        <div className="flex gap-2">
          {mayCancel && (
            <Button size="small" onClick={() => void open("cancel")}>
              {t("roles.waiting.cancel")}
            </Button>
          )}
          {isMine && span.state === "ready" && (
            <Button look="primary" size="small" onClick={() => void open("execute")}>
              {t("roles.waiting.execute")}
            </Button>
          )}
        </div>
      </div>
      {span.state === "ready" && !isMine && (
        <p className="text-muted text-sm">{t("roles.waiting.onlyCaller")}</p>
      )}
    </li>
  );
}

/** Whoever scheduled an operation can cancel it, and so can every guardian and administrator. */
function useMayCancel(caller: string): boolean {
  const account = useAccountState();
  const held = useRoles();
  if (account.status !== "connected" || !account.canSign) return false;
  const own = account.address.toLowerCase();
  if (own === caller.toLowerCase()) return true;
  return (held.data ?? [])
    .filter(({ role }) => role === roles.admin || role === roles.guardian)
    .some(({ members }) => members.some((member) => member.account.toLowerCase() === own));
}
