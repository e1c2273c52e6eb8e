import { type Address, type Hex, zeroAddress } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { quoteFunction } from "../generated/abi/orderQuoter.ts";
import * as addresses from "../generated/addressTables.ts";
import type { Order } from "./order.ts";
import { type OrderQuote, toQuote } from "./quote.ts";

/** Parameters of {@link getQuote}. */
export type GetQuoteParameters = ContractsOption &
  ReadOptions & {
    order: Order;
    /** The maker's. */
    signature: Hex;
    /** Who would take it: its balance, allowance and right to hold are then asked for too. */
    taker?: Address | undefined;
    /** Units of the sell side to take; as much as can be when left out. Some rules of an asset depend on the amount. */
    sellAmount?: bigint | undefined;
  };

/**
 * Asks the chain how much of an order can be filled now, and if nothing, why. Never throws for what is wrong with the order.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetQuoteParameters}
 * @returns {@link OrderQuote}
 * @throws {@link AddressUnknownError} when the quoter's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { issue, sellAmount, buyAmount, fee } = await getQuote(client, { order, signature, taker: account });
 * ```
 */
export async function getQuote(client: QtiClient, parameters: GetQuoteParameters): Promise<OrderQuote> {
  const { order, signature, taker = zeroAddress, sellAmount = 0n, contracts } = parameters;
  const { orderQuoter } = await resolveContracts(client, { orderQuoter: addresses.orderQuoter }, contracts);
  return toQuote(
    order,
    await read(
      client,
      contractCall(orderQuoter, quoteFunction, [order, signature, taker, sellAmount]),
      parameters,
    ),
  );
}
