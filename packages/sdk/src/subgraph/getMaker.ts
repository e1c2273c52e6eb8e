import type { Address } from "viem";
import { type MakerQuery, makerDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getMaker}. */
export type GetMakerParameters = SubgraphOptions & { maker: Address };

/** An account whose orders the chain knows: its epoch and how often it ended all orders, its orders, their trades. Unix seconds. */
export type IndexedMaker = NonNullable<MakerQuery["maker"]>;

/**
 * Reads what the chain knows of a maker. Orders signed for another epoch are void.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetMakerParameters}
 * @returns {@link IndexedMaker}, or `undefined` for an account none of whose orders was filled or cancelled: its epoch is 0.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const epoch = (await getMaker(subgraph, { maker: account }))?.epoch ?? 0n;
 * ```
 */
export async function getMaker(
  subgraph: SubgraphClient,
  { maker, signal }: GetMakerParameters,
): Promise<IndexedMaker | undefined> {
  const answer = await subgraph.request(makerDocument, { id: maker.toLowerCase() }, { signal });
  return answer.maker ?? undefined;
}
