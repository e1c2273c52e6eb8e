"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useSession } from "@/lib/session/use-session";

// Loaded beside the page: who is not signed in needs none of it.
const FactorsPart = dynamic(() => import("./factors-list").then((module) => module.FactorsList), {
  ssr: false,
  loading: () => <SkeletonLines lines={3} />,
});

/** What this account can give besides its wallet. */
export function FactorsSettings() {
  const t = useTranslations();
  const { session, error } = useSession();
  // What is wrong with the service stands under the sign-in already.
  if (session === undefined && !error) return <SkeletonLines lines={1} />;
  if (!session) return <p className="text-muted">{t("settings.factors.signInFirst")}</p>;
  return <FactorsPart />;
}
