"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { RoleNotice } from "@/components/desks/role-notice";
import { PageHead } from "@/components/shell/page-head";
import { Begin } from "@/components/spaces/begin";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { DeskFigures } from "./desk-figures";

const loading = () => <SkeletonLines lines={6} />;
// Each view is a tool of its own: the page is there and says how things stand before any of them has arrived.
const IncomesPanel = dynamic(() => import("./incomes-panel").then((module) => module.IncomesPanel), {
  ssr: false,
  loading,
});
const LossesPanel = dynamic(() => import("./losses-panel").then((module) => module.LossesPanel), {
  ssr: false,
  loading,
});
const TermsPanel = dynamic(() => import("./terms-panel").then((module) => module.TermsPanel), {
  ssr: false,
  loading,
});

const LoanDesk = dynamic(() => import("@/components/spaces/loan-desk").then((module) => module.LoanDesk), {
  ssr: false,
  loading,
});

/** Who gets a limit, on which terms, and what has to be done with what waits or is lost? */
export function LendersDesk() {
  const t = useTranslations();
  return (
    <>
      <PageHead title={t("shell.pages.creditDesk")} lead={t("creditDesk.lead")} />
      <RoleNotice of="underwriter" />
      <DeskFigures />
      <Tabs
        label={t("shell.pages.creditDesk")}
        tabs={[
          { id: "incomes", title: t("creditDesk.tabs.incomes"), content: <IncomesPanel /> },
          {
            id: "papers",
            title: t("spaces.loans.deskTab"),
            content: (
              <Begin words={t("spaces.desk.open")} why={t("spaces.loans.deskWhy")}>
                <LoanDesk />
              </Begin>
            ),
          },
          { id: "queue", title: t("creditDesk.tabs.queue"), content: <LossesPanel /> },
          { id: "terms", title: t("creditDesk.tabs.terms"), content: <TermsPanel /> },
        ]}
      />
    </>
  );
}
