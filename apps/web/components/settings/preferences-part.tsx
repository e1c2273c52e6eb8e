"use client";

import dynamic from "next/dynamic";
import { SkeletonLines } from "@/components/ui/skeleton";

/** What reads the vault is loaded beside the page. */
export const PreferencesPart = dynamic(
  () => import("./preferences-sync").then((module) => module.PreferencesSync),
  { ssr: false, loading: () => <SkeletonLines lines={1} /> },
);
