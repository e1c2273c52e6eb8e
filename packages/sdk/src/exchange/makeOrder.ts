import { type Address, bytesToBigInt, zeroAddress } from "viem";
import { OrderTermsError } from "../errors/order.ts";
import { type Order, orderFlags } from "./order.ts";
import { divideUp, SHARE } from "./price.ts";

/** What every order says. */
export type OrderTerms = {
  maker: Address;
  /** Address of the asset's token. */
  asset: Address;
  /** A token that the exchange lists as money. */
  money: Address;
  /** `ask` sells shares, `bid` buys them. */
  side: "ask" | "bid";
  /** Share units (18 decimals) to trade, in each window of a standing order. */
  shares: bigint;
  /** The maker's epoch, from `getEpoch`. */
  epoch: bigint;
  /** Unix seconds from which on it may be filled. */
  start: number;
  /** Whether it may be filled in parts. Default `true`. */
  partial?: boolean | undefined;
  /** The only account that may take it; anyone when left out. */
  taker?: Address | undefined;
  /** Any number that tells equal orders apart; a random one when left out. */
  salt?: bigint | undefined;
};

type Prices = { startPrice: bigint; endPrice: bigint };
type Schedule = Pick<Order, "duration" | "interval" | "count">;

/**
 * Turns prices a whole share into amounts. Rounded for the maker, so that no fill is worse than the price said: the money of an
 * ask up, the money of a bid down and the shares it wants up.
 */
export function makeOrder(terms: OrderTerms, prices: Prices, schedule: Schedule): Order {
  const { maker, asset, money, side, shares, epoch, partial = true, taker = zeroAddress, start } = terms;
  const { startPrice, endPrice } = prices;
  if (startPrice <= 0n || endPrice <= 0n) throw new OrderTermsError("price");
  const order: Order = {
    maker,
    taker,
    asset,
    money,
    ...(side === "ask" ? askAmounts(shares, prices) : bidAmounts(shares, prices)),
    start,
    ...schedule,
    flags: (partial ? orderFlags.partial : 0) | (side === "bid" ? orderFlags.bid : 0),
    epoch,
    salt: terms.salt ?? randomSalt(),
  };
  return checked(order);
}

/**
 * The salt only tells apart orders of one maker that are equal in everything else, the second of their start and the epoch included; it
 * is no secret, since only a signature makes an order and only its maker ends it. A million such twins would share a salt with a
 * chance of 3 in 100 million. The other 24 bytes stay zero, which takes 288 gas off what every taker pays for call data.
 */
const randomSalt = () => bytesToBigInt(crypto.getRandomValues(new Uint8Array(8)));

const askAmounts = (shares: bigint, { startPrice, endPrice }: Prices) => ({
  sellAmount: shares,
  buyStart: divideUp(shares * startPrice, SHARE),
  buyEnd: divideUp(shares * endPrice, SHARE),
});

function bidAmounts(shares: bigint, { startPrice, endPrice }: Prices) {
  const sellAmount = (shares * endPrice) / SHARE;
  // One price: as many shares as were named. A rising one: the same money buys more at the lower price it starts with.
  const buyStart = startPrice === endPrice ? shares : divideUp(sellAmount * SHARE, startPrice);
  return { sellAmount, buyStart, buyEnd: shares };
}

/** Limits of an order's numbers, in the words of who fills in a form. */
function checked(order: Order): Order {
  const { sellAmount, buyStart, buyEnd, start, duration, interval, count } = order;
  if (sellAmount <= 0n || buyEnd <= 0n) throw new OrderTermsError("tooFewShares");
  if (buyEnd > buyStart) throw new OrderTermsError("endPrice");
  if (sellAmount >> 128n || buyStart >> 128n) throw new OrderTermsError("tooManyShares");
  const whole = (value: number, below: number) => Number.isInteger(value) && value >= 0 && value < below;
  if (!whole(start, 2 ** 40)) throw new OrderTermsError("start");
  if (!whole(duration, 2 ** 32) || duration === 0) throw new OrderTermsError("duration");
  if (!whole(interval, 2 ** 32) || (interval > 0 && interval < duration))
    throw new OrderTermsError("interval");
  if (!whole(count, 2 ** 16) || count === 0) throw new OrderTermsError("count");
  return order;
}
