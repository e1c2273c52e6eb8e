"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useSession } from "@/lib/session/use-session";

// Loaded beside the page: who is not signed in needs none of it.
const DataPart = dynamic(() => import("./data-list").then((module) => module.DataList), {
  ssr: false,
  loading: () => <SkeletonLines lines={3} />,
});

/** What the service has of who is signed in: to see, to take along, to erase. */
export function DataSettings() {
  const t = useTranslations();
  const { session, error } = useSession();
  // What is wrong with the service stands under the sign-in already.
  if (session === undefined && !error) return <SkeletonLines lines={1} />;
  if (!session) return <p className="text-muted">{t("settings.data.signInFirst")}</p>;
  return <DataPart account={session.account} />;
}
