"use client";

import { useSearchParams } from "next/navigation";
import { PageHead } from "@/components/shell/page-head";
import { Tabs } from "@/components/ui/tabs";
import { ComplianceAssets } from "./compliance-assets";
import { CompliancePeople } from "./compliance-people";
import { Recoveries } from "./recoveries";

/** Who is this, what may they hold, and what has to be done about it? */
export function CompliancePage() {
  const search = useSearchParams();
  return (
    <>
      <PageHead
        title="Compliance desk"
        lead="Look somebody or something up, and act as your roles allow. What is here is public; what you do here is too, with your account beside it."
      />
      <Tabs
        label="Compliance desk"
        initial={search.has("asset") && !search.has("who") ? "assets" : undefined}
        tabs={[
          { id: "people", title: "People", content: <CompliancePeople /> },
          { id: "assets", title: "Assets", content: <ComplianceAssets /> },
          { id: "recoveries", title: "Lost wallets", content: <Recoveries /> },
        ]}
      />
    </>
  );
}
