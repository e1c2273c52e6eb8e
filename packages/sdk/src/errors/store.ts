import { inPoints, amount as inQti } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** Only who is verified redeems. */
export class StoreNotVerifiedError extends RevertError<"StoreNotVerified"> {
  constructor(args: ArgumentsOf<"StoreNotVerified">, cause?: unknown) {
    const { account } = args;
    super(
      "StoreNotVerified",
      args,
      `${account} is not verified or not in good standing, and only who is can redeem points.`,
      "Verify the account first; the points stay.",
      cause,
    );
  }
}

/** Nothing would be redeemed. */
export class StoreZeroAmountError extends RevertError<"StoreZeroAmount"> {
  constructor(args: ArgumentsOf<"StoreZeroAmount">, cause?: unknown) {
    super("StoreZeroAmount", args, "Nothing would be redeemed.", "Choose more than zero.", cause);
  }
}

/** The points give less. */
export class StoreRateTooLowError extends RevertError<"StoreRateTooLow"> {
  constructor(args: ArgumentsOf<"StoreRateTooLow">, cause?: unknown) {
    const { minQti, qti } = args;
    super(
      "StoreRateTooLow",
      args,
      `The points give ${inQti(qti)} QTI now, less than the ${inQti(minQti)} asked for.`,
      "Look at the rate again, then decide.",
      cause,
    );
  }
}

/** There is no such item. */
export class StoreUnknownItemError extends RevertError<"StoreUnknownItem"> {
  constructor(args: ArgumentsOf<"StoreUnknownItem">, cause?: unknown) {
    const { itemId } = args;
    super("StoreUnknownItem", args, `There is no item ${itemId} in the store.`, "Choose another.", cause);
  }
}

/** Too few are left. */
export class StoreOutOfStockError extends RevertError<"StoreOutOfStock"> {
  constructor(args: ArgumentsOf<"StoreOutOfStock">, cause?: unknown) {
    const { quantity, stock } = args;
    super(
      "StoreOutOfStock",
      args,
      `${stock} are left of this item, and ${quantity} were asked for.`,
      "Take fewer, or come back when there are more.",
      cause,
    );
  }
}

/** A person may have fewer. */
export class StoreLimitExceededError extends RevertError<"StoreLimitExceeded"> {
  constructor(args: ArgumentsOf<"StoreLimitExceeded">, cause?: unknown) {
    const { left, quantity } = args;
    super(
      "StoreLimitExceeded",
      args,
      `One order may be for ${left} of this item at present, and ${quantity} were asked for.`,
      "Take fewer.",
      cause,
    );
  }
}

/** It costs more. */
export class StorePriceTooHighError extends RevertError<"StorePriceTooHigh"> {
  constructor(args: ArgumentsOf<"StorePriceTooHigh">, cause?: unknown) {
    const { maxPoints, points } = args;
    super(
      "StorePriceTooHigh",
      args,
      `This costs ${inPoints(points)} points now, more than the ${inPoints(maxPoints)} allowed.`,
      "Look at the price again, then decide.",
      cause,
    );
  }
}

/** The item does not fit. */
export class StoreInvalidItemError extends RevertError<"StoreInvalidItem"> {
  constructor(args: ArgumentsOf<"StoreInvalidItem">, cause?: unknown) {
    const { itemId } = args;
    super(
      "StoreInvalidItem",
      args,
      `Item ${itemId} needs a price above zero and a description.`,
      "Correct it and try again.",
      cause,
    );
  }
}

/** Points are not exchanged at present. */
export class StoreExchangeClosedError extends RevertError<"StoreExchangeClosed"> {
  constructor(args: ArgumentsOf<"StoreExchangeClosed">, cause?: unknown) {
    super(
      "StoreExchangeClosed",
      args,
      "Points are not exchanged for QTI at present.",
      "Choose an item, or keep the points.",
      cause,
    );
  }
}
