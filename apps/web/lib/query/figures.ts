import { loadActions } from "@/lib/sdk/load";
import type { ReadClient } from "@/lib/transactions/flow";

/*
 * The figures that the first page shows before anything else: read on the server for the first paint, then by the browser.
 * Both use the same keys, so that the browser takes over what the server read.
 */

export const protocolKey = ["graph", "protocol"] as const;
export const vaultKey = ["chain", "vault"] as const;

/** The figures of the whole; `null` before anything happened. */
export async function readProtocol(graphqlUrl: string, signal: AbortSignal) {
  const { createSubgraphClient, getProtocol } = await loadActions();
  return (await getProtocol(createSubgraphClient({ url: graphqlUrl }), { signal })) ?? null;
}

/** The vault as of the last block, with the time of that block. */
export async function readVault(client: ReadClient) {
  const { getVault, getBlock } = await loadActions();
  const block = await getBlock(client);
  // One block for both: a price and its time belong together.
  const vault = await getVault(client, { blockNumber: block.number });
  return { ...vault, readAt: Number(block.timestamp) };
}
