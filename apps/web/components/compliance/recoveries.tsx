"use client";

import type { IndexedRecovery } from "@qti/sdk/subgraph";
import Link from "next/link";
import { useTranslations } from "next-intl";
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
  const t = useTranslations();
  const recoveries = usePendingRecoveries();
  const now = useChainNow(1);
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-12">
        <Section title={t("compliance.recoveries.waiting")}>
          <QueryPanel
            query={recoveries}
            meanwhile={indexMeanwhile}
            isEmpty={(found) => found.length === 0}
            empty={<Empty title={t("compliance.recoveries.none")} />}
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
        <Section title={t("compliance.recoveries.before")}>
          <TransactionList kinds={past} limit={10} empty={t("compliance.recoveries.never")} />
        </Section>
      </div>
      <Section title={t("compliance.recoveries.how")} className="lg:self-start">
        <ol className="mb-6 grid list-decimal gap-3 pl-5 text-[0.9375rem]">
          <li>
            {t.rich("compliance.recoveries.statement", {
              link: (text) => (
                <Link href="/identity" className="prose-link">
                  {text}
                </Link>
              ),
            })}
          </li>
          <li>{t("compliance.recoveries.check")}</li>
          <li>{t("compliance.recoveries.wait")}</li>
          <li>{t("compliance.recoveries.complete")}</li>
        </ol>
        <ActionBar actions={[{ id: "proposeRecovery", label: t("compliance.actions.propose") }]} />
      </Section>
    </div>
  );
}

function RecoveryRow({ recovery, now }: { recovery: IndexedRecovery; now: number | undefined }) {
  const t = useTranslations();
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
    transact(what === "complete" ? completeFlow(pending, nameOf, t) : objectFlow(pending, nameOf, t));
  }

  return (
    <li className="grid gap-3 border-rule border-b py-4">
      <div className="flex items-start justify-between gap-4">
        <p className="min-w-0 font-medium">
          {t.rich("compliance.recoveries.takesPlace", {
            successor: () => <AddressText address={successor} />,
            lost: () => <AddressText address={lost} />,
          })}
        </p>
        {left !== undefined && (
          <Badge tone={due ? "gain" : "accent"}>
            {due ? t("compliance.recoveries.due") : durationWords(left, t)}
          </Badge>
        )}
      </div>
      <p className="text-[0.9375rem] text-muted">
        {t.rich(due ? "compliance.recoveries.unopposed" : "compliance.recoveries.open", {
          time: () => <Time at={Number(createdAt)} />,
        })}
      </p>
      <ActionBar
        actions={[
          { id: "cancelRecovery", label: t("compliance.actions.stop"), initial: { lost }, fixed: ["lost"] },
        ]}
      >
        {isLost && (
          <Button size="small" look="danger" onClick={() => void open("object")}>
            {t("compliance.recoveries.object")}
          </Button>
        )}
        {due && (
          <Button size="small" look="primary" disabled={!canSign} onClick={() => void open("complete")}>
            {t("compliance.recoveries.completeIt")}
          </Button>
        )}
      </ActionBar>
    </li>
  );
}
