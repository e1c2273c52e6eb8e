"use client";

import type { IndexedRecovery } from "@qti/sdk/subgraph";
import Link from "next/link";
import { ActionBar } from "@/components/desks/action-bar";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AddressText } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import { durationWords } from "@/lib/format/time";
import { usePendingRecoveries } from "@/lib/query/access";
import { useChainNow } from "@/lib/query/chain-time";
import { useNameOf } from "@/lib/query/names";
import { useAccountState } from "@/lib/wallet/use-account";

const past = ["RECOVERY_PROPOSED", "RECOVERY_CANCELLED", "ACCOUNT_RECOVERED", "SHARES_RECOVERED"] as const;

/** Lost wallets: proposed, waiting for objections, completed. */
export function Recoveries() {
  const recoveries = usePendingRecoveries();
  const now = useChainNow(1);
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-12">
        <Section title="Waiting for objections">
          <QueryPanel
            query={recoveries}
            meanwhile={indexMeanwhile}
            isEmpty={(found) => found.length === 0}
            empty={<Empty title="No wallet is being recovered" />}
          >
            {(found) => (
              <ul className="grid border-rule border-t">
                {found.map((recovery) => (
                  <RecoveryRow key={recovery.id} recovery={recovery} now={now} />
                ))}
              </ul>
            )}
          </QueryPanel>
        </Section>
        <Section title="Before">
          <TransactionList kinds={past} limit={10} empty="No wallet was ever recovered" />
        </Section>
      </div>
      <Section title="How it goes" className="lg:self-start">
        <ol className="mb-6 grid list-decimal gap-3 pl-5 text-[0.9375rem]">
          <li>
            Whoever lost a wallet makes a new account, and signs a statement with it on the{" "}
            <Link href="/identity" className="prose-link">
              identity page
            </Link>
            .
          </li>
          <li>The desk makes sure who they are. The compliance force schedules the proposal: two days.</li>
          <li>It is proposed: three days, in which the owner of the account or a guardian can stop it.</li>
          <li>Anybody completes it, and brings the shares over, asset by asset.</li>
        </ol>
        <ActionBar actions={[{ id: "proposeRecovery", label: "Propose a recovery" }]} />
      </Section>
    </div>
  );
}

function RecoveryRow({ recovery, now }: { recovery: IndexedRecovery; now: number | undefined }) {
  const { lost, successor, readyAt, createdAt } = recovery;
  const transact = useTransact();
  const nameOf = useNameOf();
  const account = useAccountState();
  const left = now === undefined ? undefined : Number(readyAt) - now;
  const due = left !== undefined && left <= 0;
  const canSign = account.status === "connected" && account.canSign;
  const isLost = canSign && account.address.toLowerCase() === lost.toLowerCase();

  async function open(what: "complete" | "object") {
    const { completeFlow, objectFlow } = await import("./recovery-flows");
    const pending = { lost, successor, readyAt: Number(readyAt) };
    transact(what === "complete" ? completeFlow(pending, nameOf) : objectFlow(pending, nameOf));
  }

  return (
    <li className="grid gap-3 border-rule border-b py-4">
      <div className="flex items-start justify-between gap-4">
        <p className="min-w-0 font-medium">
          <AddressText address={successor} /> takes the place of <AddressText address={lost} />
        </p>
        {left !== undefined && (
          <Badge tone={due ? "gain" : "accent"}>{due ? "Due" : durationWords(left)}</Badge>
        )}
      </div>
      <p className="text-[0.9375rem] text-muted">
        Proposed <Time at={Number(createdAt)} />
        {due
          ? ". Nobody objected."
          : ". Until it is due, the owner of the account or a guardian can stop it."}
      </p>
      <ActionBar actions={[{ id: "cancelRecovery", label: "Stop it", initial: { lost }, fixed: ["lost"] }]}>
        {isLost && (
          <Button size="small" look="danger" onClick={() => void open("object")}>
            This is my account: object
          </Button>
        )}
        {due && (
          <Button size="small" look="primary" disabled={!canSign} onClick={() => void open("complete")}>
            Complete it
          </Button>
        )}
      </ActionBar>
    </li>
  );
}
