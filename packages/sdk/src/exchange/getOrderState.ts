import type { Hash } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { orderStateOfFunction } from "../generated/abi/exchange.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getOrderState}. */
export type GetOrderStateParameters = ContractsOption &
  ReadOptions & {
    /** From `hashOrder`. */
    orderHash: Hash;
  };

/** What became of an order on chain. */
export type GetOrderStateReturnType = {
  /** Units of the sell side sold in `window`. */
  filled: bigint;
  /** Number of the window last filled, from 0. */
  window: number;
  cancelled: boolean;
};

/**
 * Reads what became of an order on chain: nothing, for one that was never filled nor cancelled.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetOrderStateParameters}
 * @returns {@link GetOrderStateReturnType}
 * @throws {@link AddressUnknownError} when the exchange's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { filled } = await getOrderState(client, { orderHash: hashOrder({ chainId, exchange, order }) });
 * ```
 */
export async function getOrderState(
  client: QtiClient,
  parameters: GetOrderStateParameters,
): Promise<GetOrderStateReturnType> {
  const { orderHash, contracts } = parameters;
  const { exchange } = await resolveContracts(client, { exchange: addresses.exchange }, contracts);
  return read(client, contractCall(exchange, orderStateOfFunction, [orderHash]), parameters);
}
