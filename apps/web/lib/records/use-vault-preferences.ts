"use client";

import { useLocale } from "next-intl";
import { useSession } from "@/lib/session/use-session";
import { useTheme } from "@/lib/use-theme";
import { joining, meet, type Preferences, samePreferences } from "./preferences";
import { useAgreement } from "./use-agreement";
import { useKeys } from "./use-keys";
import { useProfile } from "./use-profile";

/** Language and theme of this browser beside those of the vault. */
export function useVaultPreferences() {
  const { session } = useSession();
  const keys = useKeys();
  const isOpen = Boolean(session) && keys.data?.status === "ready";
  const stored = useProfile({ enabled: isOpen });
  const { agreed, agree } = useAgreement();
  const theme = useTheme();
  const language = useLocale();
  const here: Preferences = { theme: theme.chosen, language };
  const vault = stored.data?.profile.preferences;
  const meeting = agreed && vault && meet({ agreed, here, vault });
  return {
    /** Somebody is signed in with open keys: only then the vault can be asked. */
    isOpen,
    stored,
    here,
    /** Whether this browser takes part. */
    isJoined: agreed !== undefined,
    /** What both should have now; undefined while this browser takes no part, or the vault was not read. */
    meeting,
    /** Both have what they should have. */
    isMet:
      meeting !== undefined &&
      vault !== undefined &&
      samePreferences(meeting.next, here) &&
      samePreferences(meeting.next, vault),
    /** Takes part from now on, beginning with what the vault has now. */
    join: async () => {
      const { data } = await stored.refetch();
      if (data) agree(joining({ here, vault: data.profile.preferences }));
    },
    leave: () => agree(undefined),
    agree,
    agreed,
    chooseTheme: theme.choose,
  };
}
