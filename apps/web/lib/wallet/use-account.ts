"use client";

import type { Address } from "viem";
import { useConnection } from "wagmi";
import { useRuntimeConfig } from "@/lib/config/context";
import { watchConnectorId } from "./config";

/** Who looks at the page and what they can do. */
export type AccountState =
  | { status: "starting" }
  | { status: "none" }
  | {
      status: "connected";
      address: Address;
      /** A watched address owns things and signs nothing. */
      canSign: boolean;
      /** The wallet is on the chain of this deployment. */
      onChain: boolean;
      connectorId: string;
    };

/** Who looks at the page. "starting" until a remembered wallet has answered. */
export function useAccountState(): AccountState {
  const { status, address, chainId, connector } = useConnection();
  const config = useRuntimeConfig();
  if (status === "reconnecting" && !address) return { status: "starting" };
  if (!address) return { status: "none" };
  return {
    status: "connected",
    address,
    canSign: connector?.id !== watchConnectorId,
    onChain: chainId === config.chainId,
    connectorId: connector?.id ?? "",
  };
}

/** The connected address, if there is one. */
export function useAddress(): Address | undefined {
  const account = useAccountState();
  return account.status === "connected" ? account.address : undefined;
}
