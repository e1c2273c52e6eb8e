"use client";

import type { KeyPublic } from "@qti/sdk/records/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Address } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
import { isStepUpNeeded, withStepUp } from "@/lib/session/step-up";
import { useSession } from "@/lib/session/use-session";
import { useAddress } from "@/lib/wallet/use-account";
import { type Records, useRecords } from "./context";
import { publishOpenKeys } from "./publish";

/** The record keys of the connected account, as this browser has them. */
export type KeysState =
  /** This browser has none: they are made here, or restored from a backup. */
  | { status: "none" }
  /** This browser has them and cannot open them by itself: the recovery code or the passphrase can. */
  | { status: "locked" }
  /** Open in the Worker. */
  | { status: "ready"; public: KeyPublic };

async function readKeys({ client, worker }: Records, account: Address): Promise<KeysState> {
  const status = await worker.status();
  const same = status.account === account.toLowerCase();
  if (same && status.keys) return { status: "ready", public: status.keys };
  const found = await worker.findKeys({ account });
  if (!found) return { status: "none" };
  try {
    return { status: "ready", public: await worker.unlock({ account }) };
  } catch (error) {
    if (error instanceof client.KeySlotError) return { status: "locked" };
    throw error;
  }
}

export const keysKey = (account: Address | undefined) => ["records", "keys", account] as const;

/** The state of the connected account's keys. Opens them where this browser can do so without asking. */
export function useKeys() {
  const account = useAddress();
  const { load } = useRecords();
  return useQuery({
    queryKey: keysKey(account),
    enabled: account !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<KeysState | null> => (account ? readKeys(await load(), account) : null),
  });
}

/**
 * Publishes the unlocked keys with the service, so that others can share with them. Keys that stand there need no second look: publishing
 * may ask for a second factor, which a page that merely opens does not; `publish` does.
 */
export function usePublishedKeys(keys: KeyPublic | undefined) {
  const { load } = useRecords();
  const { chainId } = useRuntimeConfig();
  const { session } = useSession();
  const queryClient = useQueryClient();
  const queryKey = ["records", "published", keys?.fingerprint, session?.account];
  const publish = async () => {
    const records = await load();
    if (!keys || !session) return null;
    return publishOpenKeys(records, { keys, account: session.account, chainId });
  };
  const query = useQuery({
    queryKey,
    enabled: keys !== undefined && session !== undefined && session !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failed, error) => failed < 1 && !isStepUpNeeded(error),
    queryFn: publish,
  });
  const asking = useMutation({
    mutationFn: () => withStepUp(publish),
    onSuccess: (published) => queryClient.setQueryData(queryKey, published),
  });
  return {
    error: query.error && (asking.error ?? query.error),
    isPublishing: asking.isPending,
    publish: asking.mutate,
  };
}

/** Says that the keys have changed, so that every panel looks again. */
export function useKeysChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ["records"] });
}
