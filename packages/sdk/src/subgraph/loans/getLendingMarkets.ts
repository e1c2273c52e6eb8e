import type { Address, Hex } from "viem";
import {
  type LendingMarket_Filter,
  type LendingMarketsQuery,
  lendingMarketsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";

/** Parameters of {@link getLendingMarkets}. */
export type GetLendingMarketsParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** This one alone. */
    id?: Hex | undefined;
    /** Against this collateral. */
    collateral?: Address | undefined;
    /** In this token. */
    loanToken?: Address | undefined;
  };

type Row = LendingMarketsQuery["lendingMarkets"][number];

/** A lending market after its last change, with sums over all time. Assets are units of the loan token, rates wad a second, Unix seconds; `marketDebt`, `marketSupply` and `interestAfter` count on from its totals. */
export type IndexedLendingMarket = Omit<Row, "asset" | "oracle" | "rateModel"> & {
  asset: Address | undefined;
  oracle: Address;
  rateModel: Address;
};

/**
 * Lists lending markets, by id.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetLendingMarketsParameters}
 * @returns A page of {@link IndexedLendingMarket}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getLendingMarkets(subgraph, { collateral: asset });
 * ```
 */
export async function getLendingMarkets(
  subgraph: SubgraphClient,
  parameters: GetLendingMarketsParameters = {},
): Promise<Page<IndexedLendingMarket, Hex>> {
  const { first = PAGE, after, id, collateral, loanToken, signal } = parameters;
  const where: LendingMarket_Filter = {
    ...(id === undefined ? {} : { id }),
    ...(collateral === undefined ? {} : { collateral }),
    ...(loanToken === undefined ? {} : { loanToken }),
    ...(after === undefined ? {} : { id_gt: after }),
  };
  const { lendingMarkets } = await subgraph.request(lendingMarketsDocument, { first, where }, { signal });
  return toPage(lendingMarkets, first, toItem, ({ id }) => id);
}

function toItem({ asset, oracle, rateModel, ...rest }: Row): IndexedLendingMarket {
  return { ...rest, asset: asset?.id, oracle: oracle.id, rateModel: rateModel.id };
}
