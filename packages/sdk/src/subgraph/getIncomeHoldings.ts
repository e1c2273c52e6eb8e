import type { Address } from "viem";
import type { IncomeHolding } from "../assets/incomeTree.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { getHolders } from "./getHolders.ts";

const PAGE = 1_000;

/** Parameters of {@link getIncomeHoldings}. */
export type GetIncomeHoldingsParameters = SubgraphOptions & {
  /** Address of the share token. */
  asset: Address;
  /** Record block of the payment. */
  blockNumber: bigint;
};

/** All that `buildIncomeTree` needs of the index. */
export type IncomeHoldings = {
  holdings: readonly IncomeHolding[];
  /** System contracts among the holders: they get nothing themselves. */
  system: readonly Address[];
};

/**
 * Reads everybody who held an asset at the end of a block, however many there are.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetIncomeHoldingsParameters}
 * @returns {@link IncomeHoldings}
 * @throws {@link SubgraphQueryError} when the block is not indexed yet.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { holdings, system } = await getIncomeHoldings(subgraph, { asset, blockNumber });
 * const tree = buildIncomeTree({ chainId, distributor, paymentId, amount, holdings, excluded: [issuer, ...system] });
 * ```
 */
export async function getIncomeHoldings(
  subgraph: SubgraphClient,
  parameters: GetIncomeHoldingsParameters,
): Promise<IncomeHoldings> {
  const holdings: IncomeHolding[] = [];
  const system: Address[] = [];
  let after: `0x${string}` | undefined;
  do {
    const page = await getHolders(subgraph, { ...parameters, first: PAGE, after });
    for (const { account, balance, isSystem } of page.items) {
      holdings.push({ account, balance });
      if (isSystem) system.push(account);
    }
    after = page.next;
  } while (after !== undefined);
  return { holdings, system };
}
