import type { ErrorText } from "@/lib/errors/error-text";
import { parseAmount } from "@/lib/format/parse-amount";
import type { Translator } from "@/lib/i18n/translator";

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
  t: Translator,
): { ok: true; figures: OrderFigures } | { ok: false; problems: DraftProblems } {
  const problems: DraftProblems = {};
  const amount = (field: "shares" | "price" | "endPrice", decimals: number): bigint => {
    const parsed = parseAmount(draft[field], decimals, t);
    if (!parsed.ok) problems[field] = parsed.reason;
    else if (parsed.value === 0n) problems[field] = t("words.amount.zero");
    return parsed.ok ? parsed.value : 0n;
  };
  const whole = (field: "days" | "every" | "times", most: number): number => {
    const typed = draft[field].trim();
    const value = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
    if (value < 1 || value > most) problems[field] = t("exchange.problems.range", { most: `${most}` });
    return value;
  };

  const { side, kind } = draft;
  const shares = amount("shares", 18);
  const price = amount("price", 6);
  const endPrice = kind === "moving" ? amount("endPrice", 6) : price;
  if (kind === "moving" && !problems.price && !problems.endPrice) {
    if (side === "ask" && endPrice > price) problems.endPrice = t("exchange.problems.falls");
    if (side === "bid" && endPrice < price) problems.endPrice = t("exchange.problems.rises");
  }
  if (!problems.shares && !problems.price && (shares * price) / SHARE === 0n)
    problems.shares = t("exchange.problems.dust");
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

/** Why nothing of an order can be filled now, where it concerns its maker. Keys are those of the book. */
const issues = [
  "invalid",
  "signature",
  "cancelled",
  "epoch",
  "notYet",
  "betweenWindows",
  "expired",
  "filled",
  "paused",
  "moneyNotListed",
  "taker",
  "makerBalance",
  "makerAllowance",
  "compliance",
] as const;

/** A reason of the book in words, with what to do; `undefined` for one that does not concern the maker. */
export function issueWords(issue: string, t: Translator): Pick<ErrorText, "sentence" | "next"> | undefined {
  const known = issues.find((each) => each === issue);
  return (
    known && { sentence: t(`exchange.issues.${known}.sentence`), next: t(`exchange.issues.${known}.next`) }
  );
}
