"use client";

import { signTypedData } from "viem/actions";
import { useConfig } from "wagmi";
import { getConnectorClient } from "wagmi/actions";
import { useRuntimeConfig } from "@/lib/config/context";
import type { SignUnlock } from "./wallet-way";

/** Asks the connected wallet for its part of opening keys. */
export function useUnlockSignature(): SignUnlock {
  const wagmi = useConfig();
  const { chainId } = useRuntimeConfig();
  return async (message) => {
    // Named, so that a wallet on another network is found out instead of asked.
    const wallet = await getConnectorClient(wagmi, { chainId });
    return signTypedData(wallet, { account: wallet.account, ...message });
  };
}
