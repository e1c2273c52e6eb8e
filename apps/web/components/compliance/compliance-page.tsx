"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Begin } from "@/components/spaces/begin";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { ComplianceAssets } from "./compliance-assets";
import { CompliancePeople } from "./compliance-people";
import { Recoveries } from "./recoveries";

const KycDesk = dynamic(() => import("@/components/spaces/kyc-desk").then((module) => module.KycDesk), {
  ssr: false,
  loading: () => <SkeletonLines lines={6} />,
});

/** Who is this, what may they hold, and what has to be done about it? */
export function CompliancePage() {
  const t = useTranslations();
  const search = useSearchParams();
  return (
    <>
      <PageHead title={t("shell.pages.compliance")} lead={t("compliance.lead")} />
      <Tabs
        label={t("shell.pages.compliance")}
        initial={search.has("asset") && !search.has("who") ? "assets" : undefined}
        tabs={[
          { id: "people", title: t("compliance.tabs.people"), content: <CompliancePeople /> },
          {
            id: "papers",
            title: t("spaces.kyc.deskTab"),
            content: (
              <Begin words={t("spaces.desk.open")} why={t("spaces.kyc.deskWhy")}>
                <KycDesk />
              </Begin>
            ),
          },
          { id: "assets", title: t("compliance.tabs.assets"), content: <ComplianceAssets /> },
          { id: "recoveries", title: t("compliance.tabs.recoveries"), content: <Recoveries /> },
        ]}
      />
    </>
  );
}
