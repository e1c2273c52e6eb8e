import { time, word } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** Limits of an order's fields, as the exchange checks them. */
const orderLimits: { [field: string]: string | undefined } = {
  sellAmount: " is above zero",
  buyEnd: " is above zero and at most buyStart",
  duration: " is above zero and at most the interval",
  count: " is 1 to 65,535, and 1 where there is no interval",
  flags: " has two bits",
  asset: " is one of this platform",
};

/** Trading is paused. */
export class ExchangePausedError extends RevertError<"ExchangePaused"> {
  constructor(args: ArgumentsOf<"ExchangePaused">, cause?: unknown) {
    const { until } = args;
    super(
      "ExchangePaused",
      args,
      `Trading is paused until ${time(until)}; cancelling is not.`,
      "Try again after that.",
      cause,
    );
  }
}

/** A field of an order makes no sense. */
export class ExchangeInvalidOrderError extends RevertError<"ExchangeInvalidOrder"> {
  constructor(args: ArgumentsOf<"ExchangeInvalidOrder">, cause?: unknown) {
    const { field } = args;
    super(
      "ExchangeInvalidOrder",
      args,
      `The order does not fit: ${word(field)}${orderLimits[word(field)] ?? " is not valid"}.`,
      "Correct it and sign again.",
      cause,
    );
  }
}

/** The maker did not sign the order. */
export class ExchangeInvalidSignatureError extends RevertError<"ExchangeInvalidSignature"> {
  constructor(args: ArgumentsOf<"ExchangeInvalidSignature">, cause?: unknown) {
    const { maker } = args;
    super(
      "ExchangeInvalidSignature",
      args,
      `The signature of this order is not of its maker ${maker}.`,
      "Ask the maker to sign it again.",
      cause,
    );
  }
}

/** The maker cancelled the order. */
export class ExchangeOrderCancelledError extends RevertError<"ExchangeOrderCancelled"> {
  constructor(args: ArgumentsOf<"ExchangeOrderCancelled">, cause?: unknown) {
    super("ExchangeOrderCancelled", args, "The maker cancelled this order.", "Choose another order.", cause);
  }
}

/** The order is of an epoch that ended, or has not begun. */
export class ExchangeWrongEpochError extends RevertError<"ExchangeWrongEpoch"> {
  constructor(args: ArgumentsOf<"ExchangeWrongEpoch">, cause?: unknown) {
    const { epoch, current } = args;
    super(
      "ExchangeWrongEpoch",
      args,
      `This order was signed for epoch ${epoch} of its maker, who is at ${current}: all orders before were cancelled.`,
      "Choose another order, or sign for the current epoch.",
      cause,
    );
  }
}

/** Only the maker may cancel an order. */
export class ExchangeNotMakerError extends RevertError<"ExchangeNotMaker"> {
  constructor(args: ArgumentsOf<"ExchangeNotMaker">, cause?: unknown) {
    const { maker } = args;
    super(
      "ExchangeNotMaker",
      args,
      "Only the maker of an order may cancel it.",
      `Use the account ${maker}.`,
      cause,
    );
  }
}

/** The order is for somebody else. */
export class ExchangeNotTakerError extends RevertError<"ExchangeNotTaker"> {
  constructor(args: ArgumentsOf<"ExchangeNotTaker">, cause?: unknown) {
    const { taker } = args;
    super(
      "ExchangeNotTaker",
      args,
      `This order is only for ${taker}.`,
      "Use that account, or choose another order.",
      cause,
    );
  }
}

/** Maker and taker are one account. */
export class ExchangeSelfTradeError extends RevertError<"ExchangeSelfTrade"> {
  constructor(args: ArgumentsOf<"ExchangeSelfTrade">, cause?: unknown) {
    super(
      "ExchangeSelfTrade",
      args,
      "Nobody can trade with an order of their own.",
      "Cancel the order instead, or choose another.",
      cause,
    );
  }
}

/** No window of the order is open. */
export class ExchangeOrderNotOpenError extends RevertError<"ExchangeOrderNotOpen"> {
  constructor(args: ArgumentsOf<"ExchangeOrderNotOpen">, cause?: unknown) {
    const { opensAt } = args;
    super(
      "ExchangeOrderNotOpen",
      args,
      opensAt === 0n ? "The last window of this order is over." : `This order opens at ${time(opensAt)}.`,
      opensAt === 0n ? "Choose another order." : "Try again then.",
      cause,
    );
  }
}

/** The amount cannot be traded. */
export class ExchangeInvalidAmountError extends RevertError<"ExchangeInvalidAmount"> {
  constructor(args: ArgumentsOf<"ExchangeInvalidAmount">, cause?: unknown) {
    const { amount: value } = args;
    super(
      "ExchangeInvalidAmount",
      args,
      `An amount of ${value} units cannot be traded here: it is zero, or too small to be worth one unit of the other side.`,
      "Choose a larger amount.",
      cause,
    );
  }
}

/** More is asked for than is left. */
export class ExchangeAmountTooLargeError extends RevertError<"ExchangeAmountTooLarge"> {
  constructor(args: ArgumentsOf<"ExchangeAmountTooLarge">, cause?: unknown) {
    const { amount: value, remaining } = args;
    super(
      "ExchangeAmountTooLarge",
      args,
      `Of this order ${remaining} units are left in its window, and ${value} were asked for.`,
      "Ask for what is left, or choose another order.",
      cause,
    );
  }
}

/** The order fills as a whole or not at all. */
export class ExchangeNotPartialError extends RevertError<"ExchangeNotPartial"> {
  constructor(args: ArgumentsOf<"ExchangeNotPartial">, cause?: unknown) {
    const { amount: value, remaining } = args;
    super(
      "ExchangeNotPartial",
      args,
      `This order fills as a whole: ${remaining} units, not ${value}.`,
      "Take all of it, or choose another order.",
      cause,
    );
  }
}

/** The price moved past the limit. */
export class ExchangeLimitExceededError extends RevertError<"ExchangeLimitExceeded"> {
  constructor(args: ArgumentsOf<"ExchangeLimitExceeded">, cause?: unknown) {
    const { amount: value, limit } = args;
    super(
      "ExchangeLimitExceeded",
      args,
      `The trade would move ${value} money units, past your limit of ${limit}.`,
      "Look at the price again, then decide.",
      cause,
    );
  }
}

/** Two orders do not fit together. */
export class ExchangeMismatchError extends RevertError<"ExchangeMismatch"> {
  constructor(args: ArgumentsOf<"ExchangeMismatch">, cause?: unknown) {
    const { field } = args;
    super(
      "ExchangeMismatch",
      args,
      `These two orders cannot be matched: they differ in ${word(field)}.`,
      "Match an ask with a bid for the same asset and money.",
      cause,
    );
  }
}

/** The buyer offers less than the seller asks. */
export class ExchangeNotCrossedError extends RevertError<"ExchangeNotCrossed"> {
  constructor(args: ArgumentsOf<"ExchangeNotCrossed">, cause?: unknown) {
    const { asked, offered } = args;
    super(
      "ExchangeNotCrossed",
      args,
      `The buyer offers ${offered} money units and the seller asks ${asked}.`,
      "Wait until the prices meet.",
      cause,
    );
  }
}

/** The fee is above its limit. */
export class ExchangeFeeTooHighError extends RevertError<"ExchangeFeeTooHigh"> {
  constructor(args: ArgumentsOf<"ExchangeFeeTooHigh">, cause?: unknown) {
    const { feeBps, limit } = args;
    super(
      "ExchangeFeeTooHigh",
      args,
      `A fee of ${feeBps} basis points is above the limit of ${limit}.`,
      "Set a lower fee.",
      cause,
    );
  }
}

/** Fees sent there would be lost. */
export class ExchangeInvalidRecipientError extends RevertError<"ExchangeInvalidRecipient"> {
  constructor(args: ArgumentsOf<"ExchangeInvalidRecipient">, cause?: unknown) {
    super(
      "ExchangeInvalidRecipient",
      args,
      `Fees sent to ${args.recipient} would be lost.`,
      "Name an account that can spend them.",
      cause,
    );
  }
}

/** The list of money is full. */
export class ExchangeTooManyMoneysError extends RevertError<"ExchangeTooManyMoneys"> {
  constructor(args: ArgumentsOf<"ExchangeTooManyMoneys">, cause?: unknown) {
    super(
      "ExchangeTooManyMoneys",
      args,
      `The exchange trades in ${args.limit} kinds of money, and in no more.`,
      "Delist one that nobody uses first.",
      cause,
    );
  }
}

/** Only the exchange itself may call this. */
export class ExchangeOnlySelfError extends RevertError<"ExchangeOnlySelf"> {
  constructor(args: ArgumentsOf<"ExchangeOnlySelf">, cause?: unknown) {
    super(
      "ExchangeOnlySelf",
      args,
      "Only the exchange itself may call this function.",
      "Fill orders with fill or fillBatch.",
      cause,
    );
  }
}

/** The batch needs more gas. */
export class ExchangeBatchGasError extends RevertError<"ExchangeBatchGas"> {
  constructor(args: ArgumentsOf<"ExchangeBatchGas">, cause?: unknown) {
    const { available, needed } = args;
    super(
      "ExchangeBatchGas",
      args,
      `The batch had ${available} gas left for an order that may use ${needed}.`,
      "Send fewer orders at once, or more gas.",
      cause,
    );
  }
}
