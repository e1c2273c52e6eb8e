import type { WalletClient } from "@nomicfoundation/hardhat-viem/types";
import { type Address, type Hex, zeroAddress } from "viem";

export const PARTIAL = 1;
export const BID = 2;
/** Hundredths of a percent. */
export const FEE_BPS = 25;

export const dollars = (count: number) => BigInt(Math.round(count * 1e6));

export const orderTypes = {
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
} as const;

/** What is signed, as `IExchange` has it. */
export interface Order {
  maker: Address;
  taker: Address;
  asset: Address;
  money: Address;
  sellAmount: bigint;
  buyStart: bigint;
  buyEnd: bigint;
  start: number;
  duration: number;
  interval: number;
  count: number;
  flags: number;
  epoch: bigint;
  salt: bigint;
}

/** The EIP-712 domain of an exchange on chain 31337. */
export const exchangeDomain = (verifyingContract: Address) =>
  ({ name: "QTI Exchange", version: "1", chainId: 31_337, verifyingContract }) as const;

/** An order open for a month from `start` on, in parts, at one price, unless told otherwise. */
export function order(
  of: Pick<Order, "maker" | "asset" | "money" | "sellAmount" | "buyStart" | "start"> & Partial<Order>,
): Order {
  return {
    taker: zeroAddress,
    buyEnd: of.buyStart,
    duration: 30 * 86_400,
    interval: 0,
    count: 1,
    flags: PARTIAL,
    epoch: 0n,
    salt: 0n,
    ...of,
  };
}

export function signOrder(maker: WalletClient, exchange: { address: Address }, message: Order): Promise<Hex> {
  return maker.signTypedData({
    account: maker.account,
    domain: exchangeDomain(exchange.address),
    types: orderTypes,
    primaryType: "Order",
    message,
  });
}
