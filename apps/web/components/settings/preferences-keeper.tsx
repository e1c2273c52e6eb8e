"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useLanguageChoice } from "@/components/shell/language-select";
import { useToast } from "@/components/ui/toast";
import { toErrorText } from "@/lib/errors/error-text";
import { samePreferences } from "@/lib/records/preferences";
import { useSaveProfile } from "@/lib/records/use-profile";
import { useVaultPreferences } from "@/lib/records/use-vault-preferences";
import { isThemeChoice } from "@/lib/theme";

/** Keeps language and theme of a browser that joined the same as the vault's. What both changed is left for the person to say. */
export function PreferencesKeeper() {
  const { stored, here, meeting, agreed, agree, chooseTheme } = useVaultPreferences();
  const { choose: chooseLanguage } = useLanguageChoice();
  const save = useSaveProfile();
  const showToast = useToast();
  const t = useTranslations();
  const isSettled = meeting !== undefined && meeting.conflicts.length === 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what it decides by; the rest is new each time
  useEffect(() => {
    const { data } = stored;
    if (!isSettled || !data || !agreed) return;
    const { next } = meeting;
    if (next.theme !== here.theme && isThemeChoice(next.theme)) chooseTheme(next.theme);
    if (next.language !== here.language) chooseLanguage(next.language);
    if (samePreferences(next, data.profile.preferences)) {
      if (!samePreferences(next, agreed)) agree(next);
    } else if (!save.isPending && !save.isError) {
      save.mutate(
        { before: data, mine: { ...data.profile, preferences: next } },
        { onError: async (error) => showToast("problem", (await toErrorText(error, t)).sentence) },
      );
    }
  }, [isSettled, here.theme, here.language, stored.data, agreed, save.isPending]);
  return null;
}
