import type { Address, Hex } from "viem";
import {
  type ShareRedemption_Filter,
  type ShareRedemptionsQuery,
  shareRedemptionsDocument,
} from "../generated/graphql.ts";
import { type NamedAsset, toNamedAsset } from "./asset.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getShareRedemptions}. */
export type GetShareRedemptionsParameters = SubgraphOptions &
  PageParameters<bigint> & { account?: Address | undefined; asset?: Address | undefined };

/** Shares that one holder burned for money. */
export type IndexedShareRedemption = {
  id: Hex;
  asset: NamedAsset;
  account: Address;
  /** Share units (18 decimals). */
  shares: bigint;
  /** Units of `money`. */
  amount: bigint;
  money: Address;
  /** Order on the chain, unique; the cursor of the list. */
  sequence: bigint;
  /** Unix seconds. */
  timestamp: bigint;
  transactionHash: Hex;
};

/**
 * Lists shares that were redeemed, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetShareRedemptionsParameters}
 * @returns A page of {@link IndexedShareRedemption}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getShareRedemptions(subgraph, { asset, account });
 * ```
 */
export async function getShareRedemptions(
  subgraph: SubgraphClient,
  parameters: GetShareRedemptionsParameters = {},
): Promise<Page<IndexedShareRedemption, bigint>> {
  const { first = PAGE, after, account, asset, signal } = parameters;
  const where: ShareRedemption_Filter = {
    ...(account ? { account: account.toLowerCase() } : {}),
    ...(asset ? { asset: asset.toLowerCase() } : {}),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { shareRedemptions } = await subgraph.request(shareRedemptionsDocument, { first, where }, { signal });
  return toPage(shareRedemptions, first, toIndexedShareRedemption, ({ sequence }) => sequence);
}

function toIndexedShareRedemption({
  asset,
  account,
  burned,
  ...rest
}: ShareRedemptionsQuery["shareRedemptions"][number]): IndexedShareRedemption {
  return { ...rest, shares: burned, asset: toNamedAsset(asset), account: account.id };
}
