"use client";

import { useSyncExternalStore } from "react";
import { isThemeChoice, type ThemeChoice, themeStorageKey } from "./theme";

/** The theme that this browser keeps, and the way to change it. The script in the head of the page hears the event and repaints. */
export function useTheme() {
  const chosen = useSyncExternalStore<ThemeChoice>(subscribe, read, () => "system");
  return { chosen, choose };
}

function choose(choice: ThemeChoice): void {
  window.localStorage.setItem(themeStorageKey, choice);
  window.dispatchEvent(new Event("qti:theme"));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("qti:theme", listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener("qti:theme", listener);
    window.removeEventListener("storage", listener);
  };
}

function read(): ThemeChoice {
  const stored = window.localStorage.getItem(themeStorageKey);
  return isThemeChoice(stored) ? stored : "system";
}
