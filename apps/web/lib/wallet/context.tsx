"use client";

import { createContext, type ReactNode, use } from "react";
import { ConfigurationMissingError } from "@/lib/config/errors";
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
