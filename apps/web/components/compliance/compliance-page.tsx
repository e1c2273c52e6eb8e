"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Tabs } from "@/components/ui/tabs";
import { ComplianceAssets } from "./compliance-assets";
import { CompliancePeople } from "./compliance-people";
import { Recoveries } from "./recoveries";

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
          { id: "assets", title: t("compliance.tabs.assets"), content: <ComplianceAssets /> },
          { id: "recoveries", title: t("compliance.tabs.recoveries"), content: <Recoveries /> },
        ]}
      />
    </>
  );
}
