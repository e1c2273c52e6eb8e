import { pause } from "../core/pause.ts";
import { SubgraphBehindError } from "../errors/subgraph.ts";
import type { SubgraphClient } from "./createSubgraphClient.ts";
import { type GetIndexedBlockReturnType, getIndexedBlock } from "./getIndexedBlock.ts";

/** Parameters of {@link waitForIndexed}. */
export type WaitForIndexedParameters = {
  /** Block to wait for, e.g. `receipt.blockNumber`. */
  block: bigint;
  /** Milliseconds after which waiting ends. Default 30,000. */
  timeout?: number | undefined;
  /** Milliseconds between two looks. Default 250. */
  pollingInterval?: number | undefined;
  /** Ends waiting at once; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
};

/**
 * Waits until the subgraph shows a block, so that lists read after it include what a transaction did. An index that
 * cannot be reached is asked again until the timeout.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link WaitForIndexedParameters}
 * @returns The block that the index has now, at least the one waited for.
 * @throws {@link SubgraphBehindError} when it takes longer than the timeout.
 *
 * @example
 * ```ts
 * const { receipt } = await depositSync(client, { assets });
 * await waitForIndexed(subgraph, { block: receipt.blockNumber });
 * ```
 */
export async function waitForIndexed(
  subgraph: SubgraphClient,
  parameters: WaitForIndexedParameters,
): Promise<GetIndexedBlockReturnType> {
  const { block, timeout = 30_000, pollingInterval = 250, signal } = parameters;
  const deadline = Date.now() + timeout;
  let indexed: bigint | undefined;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await getIndexedBlock(subgraph, { signal });
      if (answer.number >= block) return answer;
      indexed = answer.number;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    signal?.throwIfAborted();
    if (Date.now() + pollingInterval > deadline) throw new SubgraphBehindError(block, indexed, lastError);
    await pause(pollingInterval, signal);
  }
}
