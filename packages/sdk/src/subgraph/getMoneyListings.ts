import type { Address } from "viem";
import { type MoneyUse, moneyListingsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getMoneyListings}. */
export type GetMoneyListingsParameters = SubgraphOptions & {
  use?: MoneyUse | undefined;
  /** Only what is taken now, or is no longer. */
  listed?: boolean | undefined;
};

/** Whether a contract takes a token as money. */
export type MoneyListing = {
  contract: Address;
  use: MoneyUse;
  money: Address;
  /** What is owed in it is paid in any case. */
  listed: boolean;
  /** Unix seconds. */
  updatedAt: bigint;
};

/**
 * Lists the tokens that contracts take as money, at most 1,000.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetMoneyListingsParameters}
 * @returns A list of {@link MoneyListing}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const tradable = await getMoneyListings(subgraph, { use: "TRADING", listed: true });
 * ```
 */
export async function getMoneyListings(
  subgraph: SubgraphClient,
  { use, listed, signal }: GetMoneyListingsParameters = {},
): Promise<readonly MoneyListing[]> {
  const where = { ...(use ? { use } : {}), ...(listed === undefined ? {} : { listed }) };
  const { moneyListings } = await subgraph.request(moneyListingsDocument, { where }, { signal });
  return moneyListings;
}
