import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { healthOfFunction } from "../../generated/abi/lendingMarkets.ts";
import * as addresses from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link getMarketHealth}. */
export type GetMarketHealthParameters = ContractsOption &
  ReadOptions & {
    /** What the market is. */
    params: MarketParams;
    /** Whose position. */
    account: Address;
  };

/** How a position stands now. Units of the loan token. */
export type GetMarketHealthReturnType = {
  debt: bigint;
  /** Above it the position can be liquidated. */
  liquidationLimit: bigint;
  /** Most that the debt may be after borrowing; 0 while there is no price to borrow by. */
  borrowLimit: bigint;
};

/**
 * Reads what an account owes in a market now, and how much it may owe. `previewHealth` says the rest at any price.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetMarketHealthParameters}
 * @returns {@link GetMarketHealthReturnType}
 * @throws {@link AddressUnknownError} when the address of the markets is not known on the chain.
 *
 * @example
 * ```ts
 * const health = await getMarketHealth(client, { params, account });
 * if (health.debt > health.liquidationLimit) show("ripe");
 * ```
 */
export async function getMarketHealth(
  client: QtiClient,
  parameters: GetMarketHealthParameters,
): Promise<GetMarketHealthReturnType> {
  const { params, account, contracts } = parameters;
  const { lendingMarkets } = await resolveContracts(
    client,
    { lendingMarkets: addresses.lendingMarkets },
    contracts,
  );
  const call = contractCall(lendingMarkets, healthOfFunction, [params, account]);
  const [debt, liquidationLimit, borrowLimit] = await read(client, call, parameters);
  return { debt, liquidationLimit, borrowLimit };
}
