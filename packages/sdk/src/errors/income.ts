import { time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** A root cannot be empty. */
export class RootInvalidError extends RevertError<"RootInvalid"> {
  constructor(args: ArgumentsOf<"RootInvalid">, cause?: unknown) {
    super(
      "RootInvalid",
      args,
      "A list of payments without a root or without a total cannot be proposed.",
      "Build the list again, then propose it.",
      cause,
    );
  }
}

/** A list waits already. */
export class RootPendingError extends RevertError<"RootPending"> {
  constructor(args: ArgumentsOf<"RootPending">, cause?: unknown) {
    const { readyAt } = args;
    super(
      "RootPending",
      args,
      `A list of payments waits already, and can take effect from ${time(readyAt)}.`,
      "Let it take effect, or ask a guardian to veto it.",
      cause,
    );
  }
}

/** No list waits. */
export class RootNotPendingError extends RevertError<"RootNotPending"> {
  constructor(args: ArgumentsOf<"RootNotPending">, cause?: unknown) {
    super("RootNotPending", args, "No list of payments waits here.", "Propose one first.", cause);
  }
}

/** The list still waits. */
export class RootTooEarlyError extends RevertError<"RootTooEarly"> {
  constructor(args: ArgumentsOf<"RootTooEarly">, cause?: unknown) {
    const { readyAt } = args;
    super(
      "RootTooEarly",
      args,
      `This list of payments can take effect from ${time(readyAt)}.`,
      "Try again then.",
      cause,
    );
  }
}

/** The list pays more than there is. */
export class RootNotFundedError extends RevertError<"RootNotFunded"> {
  constructor(args: ArgumentsOf<"RootNotFunded">, cause?: unknown) {
    const { total, funded } = args;
    super(
      "RootNotFunded",
      args,
      `The list pays ${total} units in all, and ${funded} are there.`,
      "Propose a list that the money covers.",
      cause,
    );
  }
}

/** Only the issuer pays income. */
export class IncomeNotIssuerError extends RevertError<"IncomeNotIssuer"> {
  constructor(args: ArgumentsOf<"IncomeNotIssuer">, cause?: unknown) {
    super(
      "IncomeNotIssuer",
      args,
      "Only the issuer of the asset may do this.",
      "Use the issuer's account.",
      cause,
    );
  }
}

/** Nothing would be paid. */
export class IncomeInvalidAmountError extends RevertError<"IncomeInvalidAmount"> {
  constructor(args: ArgumentsOf<"IncomeInvalidAmount">, cause?: unknown) {
    super(
      "IncomeInvalidAmount",
      args,
      "Income of nothing cannot be paid, nor a list that is larger than the payment.",
      "Pay more than zero, and at least what the list sums up to.",
      cause,
    );
  }
}

/** The record block is not mined yet. */
export class IncomeInvalidRecordBlockError extends RevertError<"IncomeInvalidRecordBlock"> {
  constructor(args: ArgumentsOf<"IncomeInvalidRecordBlock">, cause?: unknown) {
    const { recordBlock, current } = args;
    super(
      "IncomeInvalidRecordBlock",
      args,
      `Block ${recordBlock} cannot be the record block: the chain is at ${current}.`,
      "Choose a block that is mined.",
      cause,
    );
  }
}

/** The expiry is too near or too far. */
export class IncomeInvalidExpiryError extends RevertError<"IncomeInvalidExpiry"> {
  constructor(args: ArgumentsOf<"IncomeInvalidExpiry">, cause?: unknown) {
    const { expiry } = args;
    super(
      "IncomeInvalidExpiry",
      args,
      `The claims would end at ${time(expiry)}; they stay open for 30 to 3,650 days.`,
      "Choose a date between.",
      cause,
    );
  }
}

/** No such payment. */
export class IncomeUnknownPaymentError extends RevertError<"IncomeUnknownPayment"> {
  constructor(args: ArgumentsOf<"IncomeUnknownPayment">, cause?: unknown) {
    super("IncomeUnknownPayment", args, "There is no such payment of income.", "Check its id.", cause);
  }
}

/** The claims are not open. */
export class IncomeNotActiveError extends RevertError<"IncomeNotActive"> {
  constructor(args: ArgumentsOf<"IncomeNotActive">, cause?: unknown) {
    super(
      "IncomeNotActive",
      args,
      "The claims of this payment are not open: its list still waits, or was vetoed.",
      "Try again when the list has taken effect.",
      cause,
    );
  }
}

/** The claims have ended. */
export class IncomeExpiredError extends RevertError<"IncomeExpired"> {
  constructor(args: ArgumentsOf<"IncomeExpired">, cause?: unknown) {
    const { expiry } = args;
    super(
      "IncomeExpired",
      args,
      `This payment could be claimed until ${time(expiry)}.`,
      "Ask the issuer, to whom the rest returned.",
      cause,
    );
  }
}

/** The claims are still open. */
export class IncomeNotExpiredError extends RevertError<"IncomeNotExpired"> {
  constructor(args: ArgumentsOf<"IncomeNotExpired">, cause?: unknown) {
    const { expiry } = args;
    super(
      "IncomeNotExpired",
      args,
      `This payment can be claimed until ${time(expiry)}; what is left cannot return before.`,
      "Try again after that.",
      cause,
    );
  }
}

/** Claimed before. */
export class IncomeAlreadyClaimedError extends RevertError<"IncomeAlreadyClaimed"> {
  constructor(args: ArgumentsOf<"IncomeAlreadyClaimed">, cause?: unknown) {
    super(
      "IncomeAlreadyClaimed",
      args,
      "This income was claimed before.",
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** The proof does not lead to the root. */
export class IncomeInvalidProofError extends RevertError<"IncomeInvalidProof"> {
  constructor(args: ArgumentsOf<"IncomeInvalidProof">, cause?: unknown) {
    super(
      "IncomeInvalidProof",
      args,
      "The proof does not show that this account is owed this amount.",
      "Build it again from the holdings at the record block.",
      cause,
    );
  }
}

/** The payment is closed. */
export class IncomeClosedError extends RevertError<"IncomeClosed"> {
  constructor(args: ArgumentsOf<"IncomeClosed">, cause?: unknown) {
    super(
      "IncomeClosed",
      args,
      "This payment is closed: the rest returned to the issuer.",
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** The list has taken effect. */
export class IncomeActiveError extends RevertError<"IncomeActive"> {
  constructor(args: ArgumentsOf<"IncomeActive">, cause?: unknown) {
    super(
      "IncomeActive",
      args,
      "The list of this payment has taken effect and is final.",
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** The list promised more than was paid in. */
export class IncomeExhaustedError extends RevertError<"IncomeExhausted"> {
  constructor(args: ArgumentsOf<"IncomeExhausted">, cause?: unknown) {
    const { amount, left } = args;
    super(
      "IncomeExhausted",
      args,
      `This claim is for ${amount} units, and ${left} are left of what was paid in: the list promised too much.`,
      "Ask the issuer for the rest.",
      cause,
    );
  }
}
