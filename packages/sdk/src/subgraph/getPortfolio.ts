import type { Address, Hex } from "viem";
import { type PortfolioQuery, portfolioDocument } from "../generated/graphql.ts";
import { type IndexedAsset, toIndexedAsset } from "./asset.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getPortfolio}. */
export type GetPortfolioParameters = SubgraphOptions & { account: Address };

/** What an account is, holds, stakes and issued. */
export type GetPortfolioReturnType = {
  identity:
    | { identity: Hex; country: number; tier: number; validUntil: bigint; frozen: boolean; revoked: boolean }
    | undefined;
  /** Share units (18 decimals), what changed last first. */
  holdings: readonly { asset: IndexedAsset; balance: bigint; frozen: bigint; updatedAt: bigint }[];
  /**
   * sQTI units (24 decimals) held now, and QTI units (18 decimals) that went in and out so far. Earned so far = value of
   * `shares` + `withdrawn` + `sentAssets` - `deposited` - `receivedAssets`.
   */
  stake:
    | { shares: bigint; deposited: bigint; withdrawn: bigint; receivedAssets: bigint; sentAssets: bigint }
    | undefined;
  issued: readonly IndexedAsset[];
};

/**
 * Reads what the subgraph knows of an account. Balances that must be exact come from the chain: `getBalances`,
 * `getHolding`, `getPosition`.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPortfolioParameters}
 * @returns {@link GetPortfolioReturnType}; empty for an account that never took part.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { holdings } = await getPortfolio(subgraph, { account });
 * ```
 */
export async function getPortfolio(
  subgraph: SubgraphClient,
  parameters: GetPortfolioParameters,
): Promise<GetPortfolioReturnType> {
  const id = parameters.account.toLowerCase();
  const { account } = await subgraph.request(portfolioDocument, { id }, { signal: parameters.signal });
  if (!account) return { identity: undefined, holdings: [], stake: undefined, issued: [] };
  const { identity, holdings, stakingPositions, issuedAssets } = account;
  return {
    identity: identity ? toIdentity(identity) : undefined,
    holdings: holdings.map(({ asset, ...holding }) => ({ ...holding, asset: toIndexedAsset(asset) })),
    stake: stakingPositions[0],
    issued: issuedAssets.map(toIndexedAsset),
  };
}

function toIdentity({ id, ...fields }: NonNullable<NonNullable<PortfolioQuery["account"]>["identity"]>) {
  return { ...fields, identity: id };
}
