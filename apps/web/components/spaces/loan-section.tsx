"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Section } from "@/components/shell/section";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useApplication } from "@/lib/query/applications";
import { Begin } from "./begin";

const LoanPapers = dynamic(() => import("./loan-papers").then((module) => module.LoanPapers), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});

/** Attaching papers for the underwriters to a credit line. */
export function LoanSection({ account, identity }: { account: Address; identity: bigint }) {
  const t = useTranslations();
  const application = useApplication();
  const subject = {
    account: account,
    creditLine: `${identity}`,
    application: application.data?.at ?? null,
  };
  return (
    <Section title={t("spaces.loans.title")} lead={t("spaces.loans.lead")}>
      <Begin words={t("spaces.loans.begin")} why={t("spaces.loans.why")}>
        <LoanPapers subject={subject} />
      </Begin>
    </Section>
  );
}
