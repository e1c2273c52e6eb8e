import { QtiError } from "./base.ts";

/** Field, fact and next step of each way in which terms make no order. */
const sentences = {
  price: ["price", "A price is above zero.", "Name a higher price."],
  tooFewShares: [
    "shares",
    "At this price the shares are worth less than the smallest unit of money.",
    "Trade more shares, or name a higher price.",
  ],
  endPrice: [
    "endPrice",
    "The price of an ask falls while it waits, that of a bid rises.",
    "Exchange the two prices.",
  ],
  tooManyShares: ["shares", "An order has at most 2^128 units on a side.", "Trade fewer shares."],
  start: ["start", "The start is not a time in Unix seconds.", "Choose another start."],
  duration: ["duration", "An order is open for 1 to 2^32 - 1 seconds.", "Choose another end."],
  interval: [
    "interval",
    "Windows of a standing order do not overlap.",
    "Let them open less often, or stay open for a shorter time.",
  ],
  count: ["count", "A standing order has 1 to 65,535 windows.", "Choose a number between."],
} as const;

/** The terms of an order do not make an order. `field` says which does not fit, `reason` why. */
export class OrderTermsError extends QtiError {
  readonly field: (typeof sentences)[keyof typeof sentences][0];
  readonly reason: keyof typeof sentences;

  constructor(reason: keyof typeof sentences) {
    const [field, fact, next] = sentences[reason];
    super(fact, { name: "OrderTermsError", code: "order-terms", next });
    this.field = field;
    this.reason = reason;
  }
}
