"use client";

import dynamic from "next/dynamic";
import { SkeletonLines } from "@/components/ui/skeleton";

/** What makes keys and brings them back is loaded beside the page: who has open keys needs none of it. */
export const KeysPart = dynamic(() => import("./keys-panel").then((module) => module.KeysPanel), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});
