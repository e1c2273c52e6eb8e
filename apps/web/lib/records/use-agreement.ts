"use client";

import { profileSchema } from "@qti/sdk/records/spaces";
import type { Preferences } from "./preferences";
import { useAgreementText } from "./use-agreement-text";

/**
 * Language and theme on which this browser and the vault of the connected account last agreed; undefined where this browser keeps its own.
 */
export function useAgreement() {
  const { text, write } = useAgreementText();
  return {
    agreed: text === null ? undefined : parse(text),
    agree: (preferences: Preferences | undefined) => write(preferences ? JSON.stringify(preferences) : null),
  };
}

function parse(text: string): Preferences | undefined {
  try {
    return profileSchema.shape.preferences.safeParse(JSON.parse(text)).data;
  } catch {
    // Not written by this app: as if it never joined.
    return undefined;
  }
}
