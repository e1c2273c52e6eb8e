"use client";

import { useSyncExternalStore } from "react";
import { type BurnerState, readBurner } from "./burner-store";

const noKeys: BurnerState = { keys: [], active: 0 };

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  window.addEventListener("qti:burner", listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener("qti:burner", listener);
  };
}

/** The keys of the burner wallet, kept up to date. */
export function useBurnerState(): BurnerState {
  return useSyncExternalStore(subscribe, readBurner, () => noKeys);
}
