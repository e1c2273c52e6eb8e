"use client";

import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let current = 0;

function tick(): void {
  current = Math.floor(Date.now() / 1000);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    current = Math.floor(Date.now() / 1000);
    timer = setInterval(tick, 1_000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The second, rounded down to a multiple of `every`: who shows minutes is drawn again every ten of them. */
function read(every: number): number {
  current ||= Math.floor(Date.now() / 1000);
  return current - (current % every);
}

/** The time in seconds, moving on every `every` of them; `undefined` while the server renders. One timer for all. */
export function useNow(every = 10): number | undefined {
  return useSyncExternalStore<number | undefined>(
    subscribe,
    () => read(every),
    () => undefined,
  );
}
