import type { Address, Hex } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { positionOfFunction } from "../../generated/abi/lendingMarkets.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getMarketPosition}. */
export type GetMarketPositionParameters = ContractsOption &
  ReadOptions & {
    /** Of the market, as `marketId` says it. */
    id: Hex;
    /** Whose. */
    account: Address;
  };

/** One account in one market. */
export type GetMarketPositionReturnType = {
  /** Shares of what is lent; `marketSupply` says what they are worth. */
  supplyShares: bigint;
  /** Shares of what is borrowed; `marketDebt` says what they owe. */
  borrowShares: bigint;
  /** Units of collateral. */
  collateral: bigint;
  /** Unix seconds at which it was last seen to be ripe by `flagPosition`; 0 for never. */
  flaggedAt: number;
};

/**
 * Reads what an account has in a lending market.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetMarketPositionParameters}
 * @returns {@link GetMarketPositionReturnType}
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const { collateral, borrowShares } = await getMarketPosition(client, { id: marketId(params), account });
 * ```
 */
export async function getMarketPosition(
  client: QtiClient,
  parameters: GetMarketPositionParameters,
): Promise<GetMarketPositionReturnType> {
  const { lendingMarkets } = await resolveContracts(
    client,
    { lendingMarkets: addresses.lendingMarkets },
    parameters.contracts,
  );
  return read(
    client,
    contractCall(lendingMarkets, positionOfFunction, [parameters.id, parameters.account]),
    parameters,
  );
}
