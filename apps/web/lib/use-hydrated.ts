"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False while the page is still what the server drew: for words that browser and server may spell differently. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
