import type { BonusPosition } from "../rewards/stakingBonus.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { getPoolPositions } from "./getPoolPositions.ts";

const PAGE = 1_000;

/** Parameters of {@link getBonusPositions}. */
export type GetBonusPositionsParameters = SubgraphOptions & {
  /** Last block before the end of the epoch. */
  blockNumber: bigint;
};

/**
 * Reads every position of the pool with stake in it at the end of a block, however many there are: what `stakingBonusLeaves`
 * shares out by.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetBonusPositionsParameters}
 * @returns A list of `BonusPosition`.
 * @throws {@link SubgraphQueryError} when the block is not indexed yet.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const positions = await getBonusPositions(subgraph, { blockNumber });
 * ```
 */
export async function getBonusPositions(
  subgraph: SubgraphClient,
  parameters: GetBonusPositionsParameters,
): Promise<readonly BonusPosition[]> {
  const positions: BonusPosition[] = [];
  let after: bigint | undefined;
  do {
    const page = await getPoolPositions(subgraph, { ...parameters, open: true, first: PAGE, after });
    for (const { owner, amount, start, unlock } of page.items) {
      positions.push({ owner, amount, start: Number(start), lockDuration: Number(unlock - start) });
    }
    after = page.next;
  } while (after !== undefined);
  return positions;
}
