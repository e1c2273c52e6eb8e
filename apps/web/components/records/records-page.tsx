"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { SkeletonLines } from "@/components/ui/skeleton";
import { RecordsGate } from "./records-gate";

// Behind the gate: a visitor without keys never loads what opens records.
const RecordsView = dynamic(() => import("./records-view").then((module) => module.RecordsView), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});

/** What is kept here that nobody else can read? */
export function RecordsPage() {
  const t = useTranslations();
  const code = useSearchParams().get("code");
  return (
    <>
      <PageHead title={t("shell.pages.records")} lead={t("records.lead")} />
      <RecordsGate why={t(code === null ? "records.why" : "records.codes.why")} isSealed={code !== null}>
        {(keys) => <RecordsView keys={keys} code={code} />}
      </RecordsGate>
    </>
  );
}
