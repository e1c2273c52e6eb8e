"use client";

import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import { ConfigurationMissingError } from "@/lib/config/errors";
import type { BurnerState } from "./burner-store";
import { readBurner } from "./burner-store";
import type { Wallets } from "./config";

const WalletsContext = createContext<Wallets | undefined>(undefined);

/** Makes this mount's wallets known to everything below. */
export function WalletsProvider({ wallets, children }: { wallets: Wallets; children: ReactNode }) {
  return <WalletsContext value={wallets}>{children}</WalletsContext>;
}

/** This mount's wallets. */
export function useWallets(): Wallets {
  const wallets = use(WalletsContext);
  if (!wallets) throw new ConfigurationMissingError();
  return wallets;
}

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
