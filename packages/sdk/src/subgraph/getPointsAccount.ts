import type { Address } from "viem";
import { type PointsAccountQuery, pointsAccountDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getPointsAccount}. */
export type GetPointsAccountParameters = SubgraphOptions & { account: Address };

type Row = NonNullable<PointsAccountQuery["pointsAccount"]>;

/** Points of an account, and by which channels it earned them. Points have 6 decimals, Unix seconds. */
export type IndexedPointsAccount = Omit<Row, "sources"> & {
  sources: readonly (Omit<Row["sources"][number], "channel"> & { channel: Address })[];
};

/**
 * Reads the points of an account: earned, redeemed, and where they came from.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPointsAccountParameters}
 * @returns {@link IndexedPointsAccount}; `undefined` for an account that never had any.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const points = await getPointsAccount(subgraph, { account });
 * show(points?.balance);
 * ```
 */
export async function getPointsAccount(
  subgraph: SubgraphClient,
  parameters: GetPointsAccountParameters,
): Promise<IndexedPointsAccount | undefined> {
  const { account, signal } = parameters;
  const variables = { id: account.toLowerCase() };
  const { pointsAccount } = await subgraph.request(pointsAccountDocument, variables, { signal });
  if (!pointsAccount) return undefined;
  const sources = pointsAccount.sources.map(({ channel, ...rest }) => ({ ...rest, channel: channel.id }));
  return { ...pointsAccount, sources };
}
