import type { Address, Hash, Hex } from "viem";
import { type ClaimsQuery, claimsDocument, type IncomeClaim_Filter } from "../generated/graphql.ts";
import { type NamedAsset, toNamedAsset } from "./asset.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getClaims}. */
export type GetClaimsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    paymentId?: Hash | undefined;
    /** Who held at the record block. */
    account?: Address | undefined;
    asset?: Address | undefined;
  };

/** Income that one account was paid. */
export type IndexedClaim = {
  id: Hex;
  paymentId: Hash;
  /** Place in the payment's list, from 0. */
  index: bigint;
  asset: NamedAsset;
  /** Who held at the record block. */
  account: Address;
  /** Who was paid: the account, or the one that took its place. */
  recipient: Address;
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
 * Lists income that was claimed, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetClaimsParameters}
 * @returns A page of {@link IndexedClaim}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getClaims(subgraph, { account });
 * ```
 */
export async function getClaims(
  subgraph: SubgraphClient,
  parameters: GetClaimsParameters = {},
): Promise<Page<IndexedClaim, bigint>> {
  const { first = PAGE, after, paymentId, account, asset, signal } = parameters;
  const where: IncomeClaim_Filter = {
    ...(paymentId ? { payment: paymentId } : {}),
    ...(account ? { account: account.toLowerCase() } : {}),
    ...(asset ? { asset: asset.toLowerCase() } : {}),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { incomeClaims } = await subgraph.request(claimsDocument, { first, where }, { signal });
  return toPage(incomeClaims, first, toIndexedClaim, ({ sequence }) => sequence);
}

function toIndexedClaim(row: ClaimsQuery["incomeClaims"][number]): IndexedClaim {
  const { payment, asset, account, recipient, ...rest } = row;
  return {
    ...rest,
    paymentId: payment.id,
    asset: toNamedAsset(asset),
    account: account.id,
    recipient: recipient.id,
  };
}
