"use client";

import type { Profile } from "@qti/sdk/records/spaces";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRuntimeConfig } from "@/lib/config/context";
import { useAddress } from "@/lib/wallet/use-account";
import { useRecords } from "./context";
import type { StoredProfile } from "./profile";

const loadModule = () => import("./profile");

/** The profile of the connected account, opened in this browser. Asked anew when the person comes back to the page. */
export function useProfile({ enabled = true }: { enabled?: boolean } = {}) {
  const account = useAddress();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  return useQuery({
    queryKey: profileKey(account),
    enabled: enabled && account !== undefined,
    refetchOnWindowFocus: "always",
    queryFn: async ({ signal }): Promise<StoredProfile | null> => {
      if (!account) return null;
      const [records, { loadProfile }] = await Promise.all([load(), loadModule()]);
      return loadProfile(records, { account, chainId }, signal);
    },
  });
}

/** Saves a profile over what the person saw when they began. */
export function useSaveProfile() {
  const account = useAddress();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ before, mine }: { before: StoredProfile; mine: Profile }) => {
      if (!account) return null;
      const [records, { saveProfile }] = await Promise.all([load(), loadModule()]);
      return saveProfile(records, { before, mine, who: { account, chainId } });
    },
    // Also where it was not saved: what another browser kept meanwhile is what there is now, and a reading begun before is not.
    onSuccess: async (done) => {
      await queryClient.cancelQueries({ queryKey: profileKey(account) });
      if (done)
        queryClient.setQueryData(profileKey(account), done.outcome === "saved" ? done.stored : done.theirs);
    },
  });
}

const profileKey = (account: string | undefined) => ["records", "profile", account] as const;
