"use client";

import { useIsMutating, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useConfig } from "wagmi";
import { signMessage } from "wagmi/actions";
import { useRuntimeConfig } from "@/lib/config/context";
import { useAddress } from "@/lib/wallet/use-account";
import type { Session } from "./api";
import { endingBy, sessionGoesOn } from "./person-api";

/** The client of the api: loaded when somebody first asks who is signed in. */
const loadApi = () => import("./api");

const sessionKey = ["session"] as const;
const endKey = ["session", "end"] as const;
/** What the service says to who is signed in only. */
const signedInKeys = ["sessions", "factors", "person"] as const;

/** The session with the service, and the ways to begin and to end it. */
export function useSession() {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const wagmi = useConfig();
  const account = useAddress();
  const queryClient = useQueryClient();

  const query = useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }) => {
      const session = await (await loadApi()).getSession(apiUrl, signal);
      if (session && !signal.aborted) sessionGoesOn();
      return session;
    },
    staleTime: 60_000,
  });
  // A session of another account than the connected one is none: what it may read is not this person's.
  const isOfAccount = query.data?.account.toLowerCase() === account?.toLowerCase();

  // What was known of the session before is not of the next one, and what was asked during it may be answered after it.
  const changed = async (session: Session | null) => {
    await queryClient.cancelQueries({ queryKey: sessionKey });
    if (session) sessionGoesOn();
    queryClient.setQueryData(sessionKey, session);
    for (const key of signedInKeys) queryClient.removeQueries({ queryKey: [key] });
  };

  const begin = useMutation({
    mutationFn: async () => {
      if (!account) return null;
      const { signIn } = await loadApi();
      return signIn(apiUrl, account, (message) => signMessage(wagmi, { account, message }), t);
    },
    onSuccess: changed,
  });
  const end = useMutation({
    mutationKey: endKey,
    mutationFn: async () => {
      // What is still asked would be answered to nobody.
      await Promise.all(signedInKeys.map((key) => queryClient.cancelQueries({ queryKey: [key] })));
      const { signOut } = await loadApi();
      await endingBy(() => signOut(apiUrl));
    },
    onSuccess: () => changed(null),
  });

  // Whatever asks as who is signed in waits until it is known whether somebody still is.
  const isEnding = useIsMutating({ mutationKey: endKey }) > 0;

  return {
    /** The session of the connected account; `null` for none, `undefined` while nobody knows yet. */
    session: query.data === undefined || isEnding ? undefined : isOfAccount ? query.data : null,
    /** Whose session there is, if it is another's. */
    error: query.error,
    /** Asks the service again. */
    refetch: query.refetch,
    isFetching: query.isFetching,
    begin,
    end,
  };
}
