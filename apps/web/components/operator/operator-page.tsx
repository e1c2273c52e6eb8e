"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { RoleNotice } from "@/components/desks/role-notice";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { operationGroups, operationIds } from "@/lib/desks/operation-names";
import { RewardLimits } from "./reward-limits";

const loading = () => <SkeletonLines lines={6} />;
// Each view is a tool of its own: the page is there and says how things stand before any of them has arrived.
const CampaignDesk = dynamic(() => import("./campaign-desk").then((module) => module.CampaignDesk), {
  ssr: false,
  loading,
});
const ListBuilder = dynamic(() => import("./list-builder").then((module) => module.ListBuilder), {
  ssr: false,
  loading,
});
const StoreDesk = dynamic(() => import("./store-desk").then((module) => module.StoreDesk), {
  ssr: false,
  loading,
});
const OperationMenu = dynamic(
  () => import("@/components/desks/operation-menu").then((module) => module.OperationMenu),
  { ssr: false, loading },
);

const aboutRewards = operationIds.filter((id) => operationGroups[id] === "rewards");

/** What is given out, to whom, and is there enough for it? */
export function OperatorPage() {
  const t = useTranslations();
  return (
    <>
      <PageHead title={t("shell.pages.rewardsDesk")} lead={t("operator.lead")} />
      <RoleNotice of="rewardsOperator" />
      <RewardLimits />
      <Tabs
        label={t("shell.pages.rewardsDesk")}
        tabs={[
          { id: "campaigns", title: t("operator.tabs.campaigns"), content: <CampaignDesk /> },
          { id: "list", title: t("operator.tabs.list"), content: <ListBuilder /> },
          { id: "store", title: t("operator.tabs.store"), content: <StoreDesk /> },
          {
            id: "more",
            title: t("operator.tabs.more"),
            content: (
              <Section title={t("operator.tabs.more")} className="max-w-3xl">
                <OperationMenu ids={aboutRewards} />
              </Section>
            ),
          },
        ]}
      />
    </>
  );
}
