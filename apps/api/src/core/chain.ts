import { type Chain, createPublicClient, defineChain, http, type PublicClient, type Transport } from "viem";
import { ProblemError } from "./problem.ts";

/** What the service asks the chain. Reads only: it holds no key that could pay for a transaction. */
export type ChainClient = PublicClient<Transport, Chain>;

export function openChain(rpcUrl: string, chainId: number): ChainClient {
  const chain = defineChain({
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  // What is asked at the same time travels together.
  const transport = http(rpcUrl, { timeout: 5_000, retryCount: 1, batch: { batchSize: 20 } });
  return createPublicClient({ chain, transport });
}

/** The node is on a chain that has the right id and another beginning than what is kept here was kept on. */
export class WrongChainError extends Error {
  override name = "WrongChainError";

  constructor() {
    super(
      "The chain's first block is not the one of which something is kept here. Correct QTI_RPC_URL, or give the other chain a database of its own.",
    );
  }
}

/** Answers when the node does and is on the chain that we were told. @throws {@link ProblemError} `chain-unreachable` */
export async function assertChain(client: ChainClient): Promise<void> {
  let chainId: number;
  try {
    chainId = await client.getChainId();
  } catch (error) {
    throw new ProblemError("chain-unreachable", { cause: error, headers: { "retry-after": "5" } });
  }
  if (chainId !== client.chain.id) {
    throw new ProblemError("chain-unreachable", { detail: "The node is on another network than expected." });
  }
}
