import type { Address } from "viem";
import { type TapClaim_Filter, type TapClaimsQuery, tapClaimsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getTapClaims}. */
export type GetTapClaimsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Who was paid. */
    account?: Address | undefined;
  };

type Row = TapClaimsQuery["tapClaims"][number];

/** Points that were paid for taps, and what the identity had claimed in all afterwards. Points have 6 decimals, Unix seconds. */
export type IndexedTapClaim = Omit<Row, "account" | "submitter"> & {
  account: Address;
  /** Who sent the voucher to the chain. */
  submitter: Address;
};

/**
 * Lists points that were claimed for taps, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetTapClaimsParameters}
 * @returns A page of {@link IndexedTapClaim}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getTapClaims(subgraph, { account });
 * ```
 */
export async function getTapClaims(
  subgraph: SubgraphClient,
  parameters: GetTapClaimsParameters = {},
): Promise<Page<IndexedTapClaim, bigint>> {
  const { first = PAGE, after, account, signal } = parameters;
  const where: TapClaim_Filter = {
    ...(account ? { account: account.toLowerCase() } : {}),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { tapClaims } = await subgraph.request(tapClaimsDocument, { first, where }, { signal });
  return toPage(tapClaims, first, toItem, ({ sequence }) => sequence);
}

function toItem({ account, submitter, ...rest }: Row): IndexedTapClaim {
  return { ...rest, account: account.id, submitter: submitter.id };
}
