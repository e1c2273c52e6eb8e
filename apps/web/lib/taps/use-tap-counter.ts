"use client";

import type { TapRules, TapState } from "@qti/sdk/rewards/taps";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useRuntimeConfig } from "@/lib/config/context";
import { tapKeys } from "@/lib/query/taps";
import { createTapCounter, type TapCount, type TapCounter } from "./counter";
import { createKeyStore } from "./key-store";

const loadTaps = () => import("@/lib/sdk/taps");

const never = () => () => undefined;

/** Holds a name that only one tab of this browser can have, until the signal; `onWait` where another tab has it now. */
async function holdAlone(
  name: string,
  signal: AbortSignal,
  { onWait, work }: { onWait: () => void; work: () => Promise<void> },
): Promise<void> {
  const hold = async () => {
    await work();
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve());
    });
  };
  const free = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await hold();
    return lock !== null;
  });
  if (free || signal.aborted) return;
  onWait();
  // Given up when the page is left.
  await navigator.locks.request(name, { signal }, hold).catch(() => undefined);
}

/**
 * What this browser counts for the account of a state, and the way to count one more. One tab of a browser counts at a time:
 * two would send the same taps. Give the component that uses it the account as its `key`.
 */
export function useTapCounter(rules: TapRules, state: TapState) {
  const { apiUrl, chainId } = useRuntimeConfig();
  const queries = useQueryClient();
  const [first] = useState({ rules, state });
  const [counter, setCounter] = useState<TapCounter>();
  const [otherTab, setOtherTab] = useState(false);

  useEffect(() => {
    const { account } = first.state;
    const name = `qti.taps.${chainId}.${account.toLowerCase()}`;
    const left = new AbortController();
    let made: TapCounter | undefined;

    async function open() {
      const { createTapQueue } = await loadTaps();
      if (left.signal.aborted) return;
      const queue = createTapQueue({
        rules: first.rules,
        storage: {
          read: () => localStorage.getItem(name),
          write: (text) => localStorage.setItem(name, text),
        },
      });
      made = createTapCounter({
        api: { url: apiUrl },
        account,
        ...first,
        queue,
        keys: createKeyStore(chainId),
        now: Date.now,
        every: (milliseconds, work) => {
          const timer = setInterval(work, milliseconds);
          return () => clearInterval(timer);
        },
        onCounted: () => {
          // After a burst, and not with each batch of a long one.
          if (queue.waiting === 0) void queries.invalidateQueries({ queryKey: tapKeys.state(account) });
        },
      });
      setOtherTab(false);
      setCounter(made);
      await made.resume();
    }

    const leave = () => {
      if (document.visibilityState === "hidden") void made?.send();
    };
    document.addEventListener("visibilitychange", leave);
    void holdAlone(name, left.signal, { onWait: () => setOtherTab(true), work: open });
    return () => {
      document.removeEventListener("visibilitychange", leave);
      left.abort();
      void made?.send();
      made?.dispose();
    };
  }, [first, apiUrl, chainId, queries]);

  useEffect(() => counter?.refresh(state), [counter, state]);

  const count = useSyncExternalStore<TapCount | undefined>(
    counter?.subscribe ?? never,
    () => counter?.snapshot(),
    () => undefined,
  );
  return { counter, count, otherTab };
}
