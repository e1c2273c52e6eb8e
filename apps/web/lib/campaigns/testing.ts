import { type Address, createClient, custom, defineChain, type Hash, numberToHex } from "viem";
import type { ReadClient } from "@/lib/transactions/flow";

/* A chain that has blocks at these times and a transaction of whoever proposed a list, for the tests. */

export const transactionHash: Hash = `0x${"7".repeat(64)}`;

/** A client whose chain has these blocks, by number, with their Unix seconds. */
export function chainWith(blocks: ReadonlyMap<bigint, number>, proposer: Address): ReadClient {
  const answers: { [method: string]: (parameter: `0x${string}`) => object | null } = {
    eth_getBlockByNumber: (number) => {
      const timestamp = blocks.get(BigInt(number));
      return timestamp === undefined ? null : { number, timestamp: numberToHex(timestamp), transactions: [] };
    },
    eth_getTransactionByHash: (hash) => ({ hash, from: proposer, blockNumber: "0x1" }),
  };
  return createClient({
    chain: defineChain({
      id: 31_337,
      name: "Here",
      nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
      rpcUrls: { default: { http: ["http://localhost:1"] } },
    }),
    transport: custom({
      request: async ({ method, params: [first] }: { method: string; params: [`0x${string}`] }) =>
        answers[method]?.(first) ?? null,
    }),
  });
}
