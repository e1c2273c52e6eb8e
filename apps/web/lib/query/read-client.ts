"use client";

import type { ReadClient } from "@/lib/transactions/flow";
import { useWallets } from "@/lib/wallet/context";

/** Reads the chain of this deployment, whatever network the wallet is on. */
export function useReadClient(): ReadClient {
  const { wagmi, chain } = useWallets();
  return wagmi.getClient({ chainId: chain.id });
}
