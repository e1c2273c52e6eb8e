import type { Hash } from "viem";
import { type Refusal, refusals } from "../assets/refusals.ts";
import type { FunctionResult } from "../core/call.ts";
import type { quoteFunction } from "../generated/abi/orderQuoter.ts";
import { type OrderIssue, orderIssues } from "./issues.ts";
import { isBid, type Order } from "./order.ts";

/** What of an order can be filled now, and if nothing, why. */
export type OrderQuote = {
  /** `none` when something can be filled. */
  issue: OrderIssue;
  orderHash: Hash;
  /** Units of the sell side that can be taken now. An order that is not partial is all or nothing. */
  sellAmount: bigint;
  /** Units that the maker wants for them, rounded up. */
  buyAmount: bigint;
  /** Money units of the taker: on top of what an ask wants, off what a bid gives. */
  fee: bigint;
  /** Units that the taker gives for them: money of an ask, fee included; shares of a bid. */
  gives: bigint;
  /** Units that the taker gets: shares of an ask; money of a bid, fee off. */
  gets: bigint;
  /** Number of the window that is open or comes next, from 0. */
  window: number;
  /** Unix seconds at which that window opens; 0n when none comes. */
  opensAt: bigint;
  /** Unix seconds at which that window closes. */
  closesAt: bigint;
  /** Which rule of the asset refuses; `none` when it allows the transfer. */
  refusal: Refusal;
};

/** A number of the contracts' enum that this version does not know yet still is an issue. */
export const toIssue = (index: number): OrderIssue => orderIssues[index] ?? "invalid";

/** The same for the rules of an asset. */
export const toRefusal = (index: number): Refusal => refusals[index] ?? "moduleFailed";

/** The contracts' quote in words. */
export function toQuote(order: Order, quote: FunctionResult<typeof quoteFunction>): OrderQuote {
  const { sellAmount, buyAmount, fee } = quote;
  const bid = isBid(order);
  return {
    ...quote,
    gives: bid ? buyAmount : buyAmount + fee,
    gets: bid ? sellAmount - fee : sellAmount,
    issue: toIssue(quote.issue),
    refusal: toRefusal(quote.refusal),
  };
}
