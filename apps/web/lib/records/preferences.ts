import { emptyProfile, mergeProfiles, type Profile, type ProfileConflict } from "@qti/sdk/records/spaces";

/** Language and theme, as a profile has them. */
export type Preferences = Profile["preferences"];

/** What browser and vault should both have now, and what only the person can say. */
export type Meeting = { next: Preferences; conflicts: readonly ProfileConflict[] };

/**
 * Brings the preferences of this browser and of the vault together: what changed on one side since they last agreed holds for both.
 *
 * @param agreed what both had when they last agreed
 */
export function meet({ agreed, here, vault }: Record<"agreed" | "here" | "vault", Preferences>): Meeting {
  const { profile, conflicts } = mergeProfiles({ base: of(agreed), mine: of(here), theirs: of(vault) });
  return { next: profile.preferences, conflicts };
}

/** What counts as agreed when a browser joins: the vault is right in what it states, and the browser in all else. */
export function joining({ here, vault }: Record<"here" | "vault", Preferences>): Preferences {
  return {
    theme: vault.theme === "" ? "" : here.theme,
    language: vault.language === "" ? "" : here.language,
  };
}

/** Whether both say the same. */
export function samePreferences(one: Preferences, other: Preferences): boolean {
  return one.theme === other.theme && one.language === other.language;
}

function of(preferences: Preferences): Profile {
  return { ...emptyProfile, preferences };
}
