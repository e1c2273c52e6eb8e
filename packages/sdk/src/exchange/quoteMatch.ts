import type { Hex } from "viem";
import type { Refusal } from "../assets/refusals.ts";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { quoteMatchFunction } from "../generated/abi/orderQuoter.ts";
import * as addresses from "../generated/addressTables.ts";
import type { OrderIssue } from "./issues.ts";
import type { Order } from "./order.ts";
import { toIssue, toRefusal } from "./quote.ts";

/** Parameters of {@link quoteMatch}. */
export type QuoteMatchParameters = ContractsOption &
  ReadOptions & { ask: Order; askSignature: Hex; bid: Order; bidSignature: Hex };

/** What a match would move now. */
export type MatchQuote = {
  /** Of either order, the ask's first; `none` when they can be matched. */
  issue: OrderIssue;
  /** Share units (18 decimals), the most that both can exchange. */
  assetAmount: bigint;
  /** Money units to the seller. */
  askProceeds: bigint;
  /** Money units from the buyer. */
  bidCost: bigint;
  /** Money units to the exchange's fee recipient. */
  fee: bigint;
  /** Money units to whoever matches. */
  tip: bigint;
  /** Which rule of the asset refuses; `none` when it allows the transfer. */
  refusal: Refusal;
};

/**
 * Asks the chain how many shares two orders can exchange now, and what each side would get.
 *
 * @param client - Any viem client.
 * @param parameters - {@link QuoteMatchParameters}
 * @returns {@link MatchQuote}
 * @throws {@link AddressUnknownError} when the quoter's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { issue, tip } = await quoteMatch(client, { ask, askSignature, bid, bidSignature });
 * ```
 */
export async function quoteMatch(client: QtiClient, parameters: QuoteMatchParameters): Promise<MatchQuote> {
  const { ask, askSignature, bid, bidSignature, contracts } = parameters;
  const { orderQuoter } = await resolveContracts(client, { orderQuoter: addresses.orderQuoter }, contracts);
  const quote = await read(
    client,
    contractCall(orderQuoter, quoteMatchFunction, [ask, askSignature, bid, bidSignature]),
    parameters,
  );
  return { ...quote, issue: toIssue(quote.issue), refusal: toRefusal(quote.refusal) };
}
