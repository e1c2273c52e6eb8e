import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { type AllowanceOptions, type AllowanceRequirement, allowanceFor } from "../core/allowance.ts";
import type { QtiClient } from "../core/client.ts";
import * as addresses from "../generated/addressTables.ts";
import { isBid, type Order } from "./order.ts";

/** What is asked for when an order is to be filled. */
export type FillQuestion = AllowanceOptions & {
  action: "fill";
  order: Order;
  /** Most units to give, as in `fill`. */
  maxGive: bigint;
};

/** What is asked for when an order is to be placed. */
export type PlaceOrderQuestion = {
  action: "placeOrder";
  order: Order;
  /** Units of the same token that other open orders of the maker need. */
  besides?: bigint | undefined;
};

type Asked<question> = question & ContractsOption & { owner: Address };

/** What the taker gives must be allowed: money for an ask, shares for a bid. */
export async function ofFill(
  client: QtiClient,
  { order, maxGive: value, owner, contracts, ...asked }: Asked<FillQuestion>,
): Promise<AllowanceRequirement[]> {
  const { exchange: spender } = await resolveContracts(client, { exchange: addresses.exchange }, contracts);
  const token = isBid(order) ? order.asset : order.money;
  return allowanceFor(client, { ...asked, token, owner, spender, value });
}

/** What the maker gives in all windows must be allowed. Nobody carries a maker's permit to the chain, so it is an approval. */
export async function ofPlaceOrder(
  client: QtiClient,
  { order, besides = 0n, owner, contracts }: Asked<PlaceOrderQuestion>,
): Promise<AllowanceRequirement[]> {
  const { exchange: spender } = await resolveContracts(client, { exchange: addresses.exchange }, contracts);
  const value = order.sellAmount * BigInt(order.count) + besides;
  const token = isBid(order) ? order.money : order.asset;
  return allowanceFor(client, { token, owner, spender, value, prefer: "approval" });
}
