import { amount } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** Only the issuer redeems. */
export class RedemptionNotIssuerError extends RevertError<"RedemptionNotIssuer"> {
  constructor(args: ArgumentsOf<"RedemptionNotIssuer">, cause?: unknown) {
    super(
      "RedemptionNotIssuer",
      args,
      "Only the issuer of the asset may open its redemption.",
      "Use the issuer's account.",
      cause,
    );
  }
}

/** The asset has not matured. */
export class RedemptionNotMaturedError extends RevertError<"RedemptionNotMatured"> {
  constructor(args: ArgumentsOf<"RedemptionNotMatured">, cause?: unknown) {
    super(
      "RedemptionNotMatured",
      args,
      "Only a matured asset with shares can be redeemed.",
      "Let the asset mature first.",
      cause,
    );
  }
}

/** The amount cannot be redeemed. */
export class RedemptionInvalidAmountError extends RevertError<"RedemptionInvalidAmount"> {
  constructor(args: ArgumentsOf<"RedemptionInvalidAmount">, cause?: unknown) {
    const { amount: value } = args;
    super(
      "RedemptionInvalidAmount",
      args,
      `An amount of ${value} units cannot be used for a redemption.`,
      "Choose a larger amount.",
      cause,
    );
  }
}

/** Redemption is open already. */
export class RedemptionAlreadyOpenError extends RevertError<"RedemptionAlreadyOpen"> {
  constructor(args: ArgumentsOf<"RedemptionAlreadyOpen">, cause?: unknown) {
    super(
      "RedemptionAlreadyOpen",
      args,
      "The redemption of this asset is open already, and its price is fixed.",
      "Let holders redeem their shares.",
      cause,
    );
  }
}

/** Redemption is not open. */
export class RedemptionNotOpenError extends RevertError<"RedemptionNotOpen"> {
  constructor(args: ArgumentsOf<"RedemptionNotOpen">, cause?: unknown) {
    super(
      "RedemptionNotOpen",
      args,
      "The redemption of this asset is not open.",
      "Wait until the issuer pays in.",
      cause,
    );
  }
}

/** Shares remain. */
export class RedemptionSharesRemainError extends RevertError<"RedemptionSharesRemain"> {
  constructor(args: ArgumentsOf<"RedemptionSharesRemain">, cause?: unknown) {
    const { supply } = args;
    super(
      "RedemptionSharesRemain",
      args,
      `${amount(supply)} shares were not redeemed yet; the redemption closes when none is left.`,
      "Wait for their holders.",
      cause,
    );
  }
}

/** The shares bring less than asked for. */
export class RedemptionBelowMinimumError extends RevertError<"RedemptionBelowMinimum"> {
  constructor(args: ArgumentsOf<"RedemptionBelowMinimum">, cause?: unknown) {
    const { amount: value, minAmount } = args;
    super(
      "RedemptionBelowMinimum",
      args,
      `The shares bring ${value} money units, fewer than the ${minAmount} asked for.`,
      "Accept fewer, or redeem more shares.",
      cause,
    );
  }
}
