"use client";

import dynamic from "next/dynamic";
import { useAgreementText } from "@/lib/records/use-agreement-text";

const PreferencesKeeper = dynamic(
  () => import("@/components/settings/preferences-keeper").then((module) => module.PreferencesKeeper),
  { ssr: false },
);

/** Loads what keeps language and theme with the vault, where the person asked for it. */
export function PreferencesGate() {
  return useAgreementText().text === null ? null : <PreferencesKeeper />;
}
