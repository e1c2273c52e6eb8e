import type { Address, Hex } from "viem";
import {
  type CreditPoolPosition_Filter,
  type CreditPoolPositionsQuery,
  creditPoolPositionsDocument,
} from "../../generated/graphql.ts";
import type { CreditPool } from "../../loans/pools/previewPools.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";
import { poolOf, trancheOf } from "./tranche.ts";

/** Parameters of {@link getCreditPoolPositions}. */
export type GetCreditPoolPositionsParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** Of this pool alone. */
    pool?: CreditPool | undefined;
    /** Of this account. */
    account?: Address | undefined;
  };

type Row = CreditPoolPositionsQuery["creditPoolPositions"][number];

/** What one account has in a pool. Money units, units of shares (12 decimals), Unix seconds. */
export type IndexedPoolPosition = Omit<Row, "pool" | "account"> & {
  pool: CreditPool;
  account: Address;
};

/**
 * Lists what accounts have in the pools, by id: at hand, queued, under notice and locked, and what they put in and got.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCreditPoolPositionsParameters}
 * @returns A page of {@link IndexedPoolPosition}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getCreditPoolPositions(subgraph, { account });
 * ```
 */
export async function getCreditPoolPositions(
  subgraph: SubgraphClient,
  parameters: GetCreditPoolPositionsParameters = {},
): Promise<Page<IndexedPoolPosition, Hex>> {
  const { first = PAGE, after, pool, account, signal } = parameters;
  const where: CreditPoolPosition_Filter = {
    ...(pool === undefined ? {} : { pool_: { tranche: trancheOf(pool) } }),
    ...(account === undefined ? {} : { account: account.toLowerCase() }),
    ...(after === undefined ? {} : { id_gt: after }),
  };
  const { creditPoolPositions } = await subgraph.request(
    creditPoolPositionsDocument,
    { first, where },
    { signal },
  );
  return toPage(creditPoolPositions, first, toItem, ({ id }) => id);
}

function toItem({ pool, account, ...rest }: Row): IndexedPoolPosition {
  return { ...rest, pool: poolOf(pool.tranche), account: account.id };
}
