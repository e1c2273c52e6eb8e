"use client";

import dynamic from "next/dynamic";
import { SkeletonLines } from "@/components/ui/skeleton";

/** What opens, adds and replaces keys is loaded beside the page. */
export const KeysSettingsPart = dynamic(
  () => import("./keys-settings").then((module) => module.KeysSettings),
  { ssr: false, loading: () => <SkeletonLines lines={2} /> },
);
