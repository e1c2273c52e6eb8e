import type { Address, Hex } from "viem";
import { type Redemption_Filter, type RedemptionsQuery, redemptionsDocument } from "../generated/graphql.ts";
import { type NamedAsset, toNamedAsset } from "./asset.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getRedemptions}. */
export type GetRedemptionsParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** The one of this asset. */
    asset?: Address | undefined;
    issuer?: Address | undefined;
    /** Only those that are over, or that are not. */
    closed?: boolean | undefined;
  };

/** Money for the shares of a matured asset. Money units, share units (18 decimals), Unix seconds. */
export type IndexedRedemption = {
  asset: NamedAsset;
  issuer: Address;
  money: Address;
  /** Paid in. */
  amount: bigint;
  /** Shares that existed then, which share the money. */
  supply: bigint;
  /** Shares burned for money so far. */
  redeemed: bigint;
  /** Money paid out so far. */
  paid: bigint;
  /** What went back to the issuer when no share was left; 0n before. */
  leftover: bigint;
  closed: boolean;
  redemptionCount: number;
  createdAt: bigint;
  closedAt: bigint | undefined;
  /** Transaction that opened it. */
  transactionHash: Hex;
};

/**
 * Lists redemptions of matured assets in the order of the assets' addresses.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetRedemptionsParameters}
 * @returns A page of {@link IndexedRedemption}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getRedemptions(subgraph, { asset });
 * ```
 */
export async function getRedemptions(
  subgraph: SubgraphClient,
  parameters: GetRedemptionsParameters = {},
): Promise<Page<IndexedRedemption, Hex>> {
  const { first = PAGE, after, asset, issuer, closed, signal } = parameters;
  const where: Redemption_Filter = {
    ...(asset ? { asset: asset.toLowerCase() } : {}),
    ...(issuer ? { issuer: issuer.toLowerCase() } : {}),
    ...(closed === undefined ? {} : { closed }),
    ...(after ? { id_gt: after } : {}),
  };
  const { redemptions } = await subgraph.request(redemptionsDocument, { first, where }, { signal });
  return toPage(redemptions, first, toIndexedRedemption, ({ id }) => id);
}

function toIndexedRedemption(row: RedemptionsQuery["redemptions"][number]): IndexedRedemption {
  const { id: _, asset, issuer, closedAt, ...rest } = row;
  return { ...rest, asset: toNamedAsset(asset), issuer: issuer.id, closedAt: closedAt ?? undefined };
}
