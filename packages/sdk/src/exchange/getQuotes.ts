import { type Address, type Hex, zeroAddress } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { quoteBatchFunction } from "../generated/abi/orderQuoter.ts";
import * as addresses from "../generated/addressTables.ts";
import type { Order } from "./order.ts";
import { type OrderQuote, toQuote } from "./quote.ts";

/** Parameters of {@link getQuotes}. */
export type GetQuotesParameters = ContractsOption &
  ReadOptions & {
    orders: readonly { order: Order; signature: Hex }[];
    /** Who would take them: its balance, allowance and right to hold are then asked for too. */
    taker?: Address | undefined;
  };

/**
 * Asks the chain about many orders in one call: how much of each can be filled now, and if nothing, why.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetQuotesParameters}
 * @returns An {@link OrderQuote} for each order, in their order.
 * @throws {@link AddressUnknownError} when the quoter's address is not known on the chain.
 *
 * @example
 * ```ts
 * const quotes = await getQuotes(client, { orders: [{ order, signature }] });
 * ```
 */
export async function getQuotes(
  client: QtiClient,
  parameters: GetQuotesParameters,
): Promise<readonly OrderQuote[]> {
  const { orders, taker = zeroAddress, contracts } = parameters;
  const { orderQuoter } = await resolveContracts(client, { orderQuoter: addresses.orderQuoter }, contracts);
  const call = contractCall(orderQuoter, quoteBatchFunction, [
    orders.map(({ order }) => order),
    orders.map(({ signature }) => signature),
    taker,
  ]);
  const quotes = await read(client, call, parameters);
  return orders.flatMap(({ order }, index) => {
    const quote = quotes[index];
    return quote ? [toQuote(order, quote)] : [];
  });
}
