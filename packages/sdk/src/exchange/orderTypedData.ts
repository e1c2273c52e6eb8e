import type { Address } from "viem";
import type { Order } from "./order.ts";

/** Parameters of {@link orderTypedData}. */
export type OrderTypedDataParameters = {
  chainId: number;
  /** Address of the `Exchange`. */
  exchange: Address;
  order: Order;
};

/**
 * EIP-712 message by which a maker offers an order. Pure; asks nobody.
 *
 * @param parameters - {@link OrderTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`.
 *
 * @example
 * ```ts
 * const signature = await client.signTypedData(orderTypedData({ chainId, exchange, order }));
 * ```
 */
export function orderTypedData({ chainId, exchange, order }: OrderTypedDataParameters) {
  return {
    domain: { name: "QTI Exchange", version: "1", chainId, verifyingContract: exchange },
    primaryType: "Order",
    types: {
      Order: [
        { name: "maker", type: "address" },
        { name: "taker", type: "address" },
        { name: "asset", type: "address" },
        { name: "money", type: "address" },
        { name: "sellAmount", type: "uint128" },
        { name: "buyStart", type: "uint128" },
        { name: "buyEnd", type: "uint128" },
        { name: "start", type: "uint40" },
        { name: "duration", type: "uint32" },
        { name: "interval", type: "uint32" },
        { name: "count", type: "uint16" },
        { name: "flags", type: "uint8" },
        { name: "epoch", type: "uint64" },
        { name: "salt", type: "uint256" },
      ],
    },
    message: order,
  } as const;
}
