"use client";

import { useSyncExternalStore } from "react";
import { useRuntimeConfig } from "@/lib/config/context";
import { useAddress } from "@/lib/wallet/use-account";

const changed = "qti:agreement";

/** What this browser wrote down of its agreement with the vault of the connected account; null where it takes no part. Light, for every page. */
export function useAgreementText() {
  const account = useAddress();
  const { chainId } = useRuntimeConfig();
  const key = account && `qti.preferences.${chainId}.${account.toLowerCase()}`;
  const text = useSyncExternalStore(
    subscribe,
    () => (key ? window.localStorage.getItem(key) : null),
    () => null,
  );
  return {
    text,
    write: (next: string | null) => {
      if (!key) return;
      if (next === null) window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, next);
      window.dispatchEvent(new Event(changed));
    },
  };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}
