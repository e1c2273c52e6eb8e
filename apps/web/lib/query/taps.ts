"use client";

import type { LeaderboardPeriod } from "@qti/sdk/rewards/taps";
import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
import { personApi } from "@/lib/session/person-api";
import { useSession } from "@/lib/session/use-session";

const loadTaps = () => import("@/lib/sdk/taps");

/** Keys of what the service says of taps: they change by what is tapped and claimed. */
export const tapKeys = {
  rules: ["taps", "rules"],
  state: (account: Address | undefined) => ["taps", "state", account],
  leaderboard: ["leaderboard"],
  me: (account: Address | undefined) => ["leaderboard", "me", account],
} as const;

/** Every rule of taps, as a number. */
export function useTapRules() {
  const { apiUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: tapKeys.rules,
    staleTime: 300_000,
    queryFn: async ({ signal }) => (await loadTaps()).getTapRules({ url: apiUrl }, { signal }),
  });
}

/** Where an account stands by the service. */
export function useTapState(account: Address | undefined) {
  const { apiUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: tapKeys.state(account),
    enabled: account !== undefined,
    refetchInterval: 30_000,
    queryFn: async ({ signal }) => {
      if (!account) return null;
      return (await loadTaps()).getTapState({ url: apiUrl }, { account, signal });
    },
  });
}

/** Those who want to be shown, most points first. */
export function useLeaderboard(period: LeaderboardPeriod) {
  const { apiUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: [...tapKeys.leaderboard, period],
    refetchInterval: 30_000,
    queryFn: async ({ signal }) => {
      const { places } = await (await loadTaps()).getLeaderboard({ url: apiUrl }, { period, signal });
      return places;
    },
  });
}

/** By which name the signed-in person is shown; `null` while it is not, or nobody is signed in. */
export function useLeaderboardName() {
  const { apiUrl } = useRuntimeConfig();
  const { session } = useSession();
  return useQuery({
    queryKey: tapKeys.me(session?.account),
    enabled: session !== undefined && session !== null,
    queryFn: async ({ signal }) => {
      const { name } = await (await loadTaps()).getLeaderboardName(personApi(apiUrl), { signal });
      return name;
    },
  });
}

/** Whose invitation it is; `null` for nobody's. */
export function useReferrer(code: string | undefined) {
  const { apiUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: ["referrer", code],
    enabled: code !== undefined,
    queryFn: async ({ signal }) =>
      code === undefined
        ? null
        : ((await (await loadTaps()).getReferrer({ url: apiUrl }, { code, signal })) ?? null),
  });
}

/** The code of the signed-in account, which the service makes at the first wish and keeps. */
export function useMyCode() {
  const { apiUrl } = useRuntimeConfig();
  const { session } = useSession();
  return useQuery({
    queryKey: ["referrer", "mine", session?.account],
    enabled: session !== undefined && session !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      (await (await loadTaps()).createReferralCode(personApi(apiUrl), { signal })).code,
  });
}
