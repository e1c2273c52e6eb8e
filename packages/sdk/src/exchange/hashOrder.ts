import { type Hash, hashTypedData } from "viem";
import { type OrderTypedDataParameters, orderTypedData } from "./orderTypedData.ts";

/**
 * Name of an order on chain and in the book: its EIP-712 hash. Pure; the same as the contract's `hashOrder`.
 *
 * @param parameters - {@link OrderTypedDataParameters}
 * @returns 32 bytes.
 *
 * @example
 * ```ts
 * const orderHash = hashOrder({ chainId, exchange, order });
 * ```
 */
export function hashOrder(parameters: OrderTypedDataParameters): Hash {
  return hashTypedData(orderTypedData(parameters));
}
