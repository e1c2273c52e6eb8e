"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations();
  return (
    <>
      <PageHead title={t("shell.pages.roles")} lead={t("roles.lead")} />
      <div className="grid grid-cols-1 items-start gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
        <Section title={t("roles.waiting.title")} className="min-w-0">
          <WaitingOperations />
        </Section>
        <Section title={t("roles.mayDo")} className="lg:sticky lg:top-24 lg:col-start-2 lg:row-span-2">
          <OperationMenu ids={operationIds} />
        </Section>
        <div className="grid min-w-0 grid-cols-1 gap-12">
          <Section title={t("roles.list.title")}>
            <RoleList />
          </Section>
          <Section title={t("roles.past.title")}>
            <TransactionList kinds={past} limit={8} empty={t("roles.past.empty")} />
          </Section>
        </div>
      </div>
    </>
  );
}
