import type { Address, Hex } from "viem";
import {
  type LendingPosition_Filter,
  type LendingPositionsQuery,
  lendingPositionsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";

/** Parameters of {@link getLendingPositions}. */
export type GetLendingPositionsParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** Of this market: its id. */
    market?: Hex | undefined;
    /** Of this account. */
    account?: Address | undefined;
    /** Only those that owe something, or only the others. */
    owing?: boolean | undefined;
    /** Only those that lend something, or only the others. */
    lending?: boolean | undefined;
  };

type Row = LendingPositionsQuery["lendingPositions"][number];

/** What one account lends, pledged and owes in one market. Loan and collateral units, Unix seconds. */
export type IndexedLendingPosition = Omit<Row, "market" | "account"> & {
  market: Hex;
  account: Address;
};

/**
 * Lists what accounts lend, pledged and owe in lending markets, by id. Those that owe are who can become ripe: `previewHealth` says who is.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetLendingPositionsParameters}
 * @returns A page of {@link IndexedLendingPosition}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getLendingPositions(subgraph, { market: marketId(params), owing: true });
 * ```
 */
export async function getLendingPositions(
  subgraph: SubgraphClient,
  parameters: GetLendingPositionsParameters = {},
): Promise<Page<IndexedLendingPosition, Hex>> {
  const { first = PAGE, after, market, account, owing, lending, signal } = parameters;
  const where: LendingPosition_Filter = {
    ...(market === undefined ? {} : { market }),
    ...(account === undefined ? {} : { account: account.toLowerCase() }),
    ...(owing === undefined ? {} : { ...(owing ? { borrowShares_gt: 0n } : { borrowShares: 0n }) }),
    ...(lending === undefined ? {} : { ...(lending ? { supplyShares_gt: 0n } : { supplyShares: 0n }) }),
    ...(after === undefined ? {} : { id_gt: after }),
  };
  const { lendingPositions } = await subgraph.request(lendingPositionsDocument, { first, where }, { signal });
  return toPage(lendingPositions, first, toItem, ({ id }) => id);
}

function toItem({ market, account, ...rest }: Row): IndexedLendingPosition {
  return { ...rest, market: market.id, account: account.id };
}
