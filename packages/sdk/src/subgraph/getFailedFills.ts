import type { Address, Hex } from "viem";
import { type FailedFillsQuery, failedFillsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getFailedFills}. */
export type GetFailedFillsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Only in batches of this account. */
    sender?: Address | undefined;
    /** Only of this order. Hash. */
    order?: Hex | undefined;
  };

/** An order of a batch that could not be filled; `reason` holds the first bytes of what it reverted with. Unix seconds. */
export type FailedFill = FailedFillsQuery["failedFills"][number];

/**
 * Lists the orders of batches that could not be filled, newest first. Nothing happened to them.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetFailedFillsParameters}
 * @returns A page of {@link FailedFill}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getFailedFills(subgraph, { sender: account });
 * ```
 */
export async function getFailedFills(
  subgraph: SubgraphClient,
  parameters: GetFailedFillsParameters = {},
): Promise<Page<FailedFill, bigint>> {
  const { sender, order, first = PAGE, after, signal } = parameters;
  const where = {
    ...(sender ? { sender: sender.toLowerCase() as Address } : {}),
    ...(order ? { orderHash: order } : {}),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { failedFills } = await subgraph.request(failedFillsDocument, { first, where }, { signal });
  return toPage(
    failedFills,
    first,
    (row) => row,
    ({ sequence }) => sequence,
  );
}
