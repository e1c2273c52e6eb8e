import type { Hex } from "viem";
import { SubgraphResponseError } from "../errors/subgraph.ts";
import { metaDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** How far the index has come. */
export type GetIndexedBlockReturnType = {
  number: bigint;
  hash: Hex | undefined;
  /** Unix seconds of the block. */
  timestamp: number | undefined;
  /** Whether a mapping failed at some block; what comes after it may be missing. */
  hasIndexingErrors: boolean;
};

/**
 * Newest block whose events the subgraph shows.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param options - A signal to give up.
 * @returns {@link GetIndexedBlockReturnType}
 * @throws {@link SubgraphUnreachableError} when it does not answer.
 *
 * @example
 * ```ts
 * const { number } = await getIndexedBlock(subgraph);
 * ```
 */
export async function getIndexedBlock(
  subgraph: SubgraphClient,
  options: SubgraphOptions = {},
): Promise<GetIndexedBlockReturnType> {
  const { _meta: meta } = await subgraph.request(metaDocument, {}, options);
  if (!meta) throw new SubgraphResponseError(subgraph.url);
  const { number, hash, timestamp } = meta.block;
  return {
    number: BigInt(number),
    hash: hash ?? undefined,
    timestamp: timestamp ?? undefined,
    hasIndexingErrors: meta.hasIndexingErrors,
  };
}
