"use client";

import { OperationMenu } from "@/components/desks/operation-menu";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { operationIds } from "@/lib/desks/operation-names";
import { RoleList } from "./role-list";
import { WaitingOperations } from "./waiting-operations";

const past = ["OPERATION_SCHEDULED", "OPERATION_EXECUTED", "OPERATION_CANCELED"] as const;

/** Who may do what, and what is waiting to happen? */
export function RolesPage() {
  return (
    <>
      <PageHead
        title="Roles"
        lead="Who may do what here, and what is waiting to happen. What has weight is announced days before, so that everybody can see it and a guardian can stop it."
      />
      <div className="grid grid-cols-1 items-start gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <Section title="Waiting for its time" className="min-w-0">
          <WaitingOperations />
        </Section>
        <Section title="What you may do" className="lg:sticky lg:top-24 lg:col-start-2 lg:row-span-2">
          <OperationMenu ids={operationIds} />
        </Section>
        <div className="grid min-w-0 grid-cols-1 gap-12">
          <Section title="Who holds what">
            <RoleList />
          </Section>
          <Section title="Announced, done and cancelled before">
            <TransactionList kinds={past} limit={8} empty="Nothing was ever scheduled" />
          </Section>
        </div>
      </div>
    </>
  );
}
