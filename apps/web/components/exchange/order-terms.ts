import type { ErrorText } from "@/lib/errors/error-text";
import { parseAmount } from "@/lib/format/parse-amount";

/** How long and at which price an order stands. */
export type OrderKind = "limit" | "moving" | "standing";
export type OrderSide = "ask" | "bid";

/** What stands in the order form. */
export type OrderDraft = {
  side: OrderSide;
  kind: OrderKind;
  shares: string;
  price: string;
  /** The price that a moving order ends at. */
  endPrice: string;
  /** Days that a limit or a moving order stands. */
  days: string;
  /** Days between two windows of a standing order. */
  every: string;
  /** How often it repeats. */
  times: string;
};

export const emptyDraft: OrderDraft = {
  side: "bid",
  kind: "limit",
  shares: "",
  price: "",
  endPrice: "",
  days: "30",
  every: "7",
  times: "12",
};

/** The draft in exact figures. Seconds, share units (18 decimals), money units (6 decimals) a whole share. */
export type OrderFigures = {
  side: OrderSide;
  kind: OrderKind;
  shares: bigint;
  price: bigint;
  endPrice: bigint;
  /** Seconds that a window stays open. */
  duration: number;
  interval: number;
  count: number;
};

const DAY = 86_400;
const SHARE = 10n ** 18n;
/** A window of a standing order is open for a day: long enough for someone to come, short enough to be one date. */
const windowSeconds = DAY;

export type DraftProblems = { [field in keyof OrderDraft]?: string };

/** Reads what was typed: exact figures, or for each field what is wrong with it and what to do. */
export function readDraft(
  draft: OrderDraft,
): { ok: true; figures: OrderFigures } | { ok: false; problems: DraftProblems } {
  const problems: DraftProblems = {};
  const amount = (field: "shares" | "price" | "endPrice", decimals: number): bigint => {
    const parsed = parseAmount(draft[field], decimals);
    if (!parsed.ok) problems[field] = parsed.reason;
    else if (parsed.value === 0n) problems[field] = "Enter more than zero.";
    return parsed.ok ? parsed.value : 0n;
  };
  const whole = (field: "days" | "every" | "times", most: number): number => {
    const typed = draft[field].trim();
    const value = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
    if (value < 1 || value > most) problems[field] = `Enter a whole number from 1 to ${most}.`;
    return value;
  };

  const { side, kind } = draft;
  const shares = amount("shares", 18);
  const price = amount("price", 6);
  const endPrice = kind === "moving" ? amount("endPrice", 6) : price;
  if (kind === "moving" && !problems.price && !problems.endPrice) {
    if (side === "ask" && endPrice > price)
      problems.endPrice = "The price of a sale falls while it waits. Enter less than the first price.";
    if (side === "bid" && endPrice < price)
      problems.endPrice = "The price of a purchase rises while it waits. Enter more than the first price.";
  }
  if (!problems.shares && !problems.price && (shares * price) / SHARE === 0n)
    problems.shares = "This is worth less than the smallest unit of money. Enter more shares.";
  const standing = kind === "standing";
  const days = standing ? 0 : whole("days", 365);
  const every = standing ? whole("every", 365) : 0;
  const count = standing ? whole("times", 520) : 1;
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    figures: {
      side,
      kind,
      shares,
      price,
      endPrice,
      duration: standing ? windowSeconds : days * DAY,
      interval: every * DAY,
      count,
    },
  };
}

/** What all shares cost at the price that is worst for whoever pays, rounded up. Money units. */
export function mostMoney({ shares, price, endPrice, count }: OrderFigures): bigint {
  const highest = endPrice > price ? endPrice : price;
  return ((shares * highest + SHARE - 1n) / SHARE) * BigInt(count);
}

/** What all shares bring at the price that is worst for whoever sells, rounded down. Money units. */
export function leastMoney({ shares, price, endPrice, count }: OrderFigures): bigint {
  const lowest = endPrice > price ? price : endPrice;
  return ((shares * lowest) / SHARE) * BigInt(count);
}

/** Why nothing of an order can be filled now, in words, with what to do. Keys are those of the book. */
export const issueWords: Readonly<Record<string, Pick<ErrorText, "sentence" | "next">>> = {
  invalid: { sentence: "The exchange does not accept this order.", next: "Cancel it and leave a new one." },
  signature: { sentence: "The signature does not count any more.", next: "Cancel it and sign a new order." },
  cancelled: { sentence: "It was cancelled.", next: "Leave a new order when you want to trade." },
  epoch: {
    sentence: "It ended when you cancelled all orders.",
    next: "Leave a new order when you want to trade.",
  },
  notYet: { sentence: "It has not opened yet.", next: "Nothing is to be done: it opens by itself." },
  betweenWindows: {
    sentence: "It waits for its next date.",
    next: "Nothing is to be done: it opens by itself.",
  },
  expired: { sentence: "Its time is over.", next: "Leave a new order when you want to trade." },
  filled: { sentence: "All of it was filled.", next: "Nothing is left to be done." },
  paused: {
    sentence: "Trading is paused.",
    next: "It goes on by itself when the pause ends. You can cancel meanwhile.",
  },
  moneyNotListed: { sentence: "The exchange does not take this money any more.", next: "Cancel it." },
  taker: { sentence: "Only one account may take it.", next: "Nothing is to be done." },
  makerBalance: {
    sentence: "You do not have what it gives.",
    next: "Bring it into your account, or cancel the order.",
  },
  makerAllowance: {
    sentence: "The exchange may not take what it gives.",
    next: "Leave a new order and sign the permission, or cancel this one.",
  },
  compliance: {
    sentence: "A rule of the asset refuses the transfer.",
    next: "The asset's page says who may hold it. The order comes back when the rule is met.",
  },
};
