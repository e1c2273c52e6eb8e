"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Begin } from "./begin";

const KycPapers = dynamic(() => import("./kyc-papers").then((module) => module.KycPapers), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});

/** Handing over identity papers, where the officer asks for them. */
export function KycSection() {
  const t = useTranslations();
  return (
    <Section title={t("spaces.kyc.title")} lead={t("spaces.kyc.lead")}>
      <Begin words={t("spaces.kyc.begin")} why={t("spaces.kyc.why")}>
        <KycPapers />
      </Begin>
    </Section>
  );
}
