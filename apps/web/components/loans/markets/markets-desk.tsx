"use client";

import { useTranslations } from "next-intl";
import { RoleNotice } from "@/components/desks/role-notice";
import { PageHead } from "@/components/shell/page-head";
import { useHoldsRole } from "@/lib/query/operator";
import { AppraiseSection } from "./appraise-section";
import { AppraisedAssets } from "./appraised-assets";
import { RiskSection } from "./risk-section";

/** What are assets worth, which markets are there, and what can I change about it? */
export function MarketsDesk() {
  const t = useTranslations();
  const answersForRisk = useHoldsRole("risk");
  return (
    <>
      <PageHead title={t("shell.pages.marketsDesk")} lead={t("markets.desk.lead")} />
      {answersForRisk.data === false && <RoleNotice of="appraiser" />}
      <div className="grid grid-cols-1 gap-16 lg:grid-cols-2">
        <AppraiseSection />
        <AppraisedAssets />
      </div>
      <div className="mt-16">
        <RiskSection />
      </div>
    </>
  );
}
