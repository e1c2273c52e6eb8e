import { type Chain, defineChain } from "viem";
import type { RuntimeConfig } from "@/lib/config/schema";

/** The chain id of Hardhat's local node, where the burner wallet and the faucet exist. */
export const localChainId = 31337;

/** Whether this deployment runs on a local chain with test money. */
export function isLocalChain(config: Pick<RuntimeConfig, "chainId">): boolean {
  return config.chainId === localChainId;
}

/** The chain of this deployment with the addresses of its contracts, as the SDK reads them from `client.chain`. */
export function chainOf(config: RuntimeConfig): Chain {
  return defineChain({
    id: config.chainId,
    name: isLocalChain(config) ? "QTI local network" : `Network ${config.chainId}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [config.rpcUrl] } },
    contracts: Object.fromEntries(
      Object.entries(config.contracts).map(([name, address]) => [name, { address }]),
    ),
    testnet: isLocalChain(config),
  });
}
