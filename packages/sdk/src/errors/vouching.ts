import { inDollars, time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** The account has no identity. */
export class VouchingUnknownIdentityError extends RevertError<"VouchingUnknownIdentity"> {
  constructor(args: ArgumentsOf<"VouchingUnknownIdentity">, cause?: unknown) {
    const { account } = args;
    super(
      "VouchingUnknownIdentity",
      args,
      `${account} belongs to no verified person.`,
      "Verify the account first.",
      cause,
    );
  }
}

/** The voucher is not in good standing. */
export class VouchingNotInGoodStandingError extends RevertError<"VouchingNotInGoodStanding"> {
  constructor(args: ArgumentsOf<"VouchingNotInGoodStanding">, cause?: unknown) {
    const { account } = args;
    super(
      "VouchingNotInGoodStanding",
      args,
      `${account} may not vouch: it is not verified, its verification lapsed, or it is frozen, revoked or replaced.`,
      "Renew the verification, or ask the compliance desk.",
      cause,
    );
  }
}

/** The borrower did not ask for it. */
export class VouchingNotInvitedError extends RevertError<"VouchingNotInvited"> {
  constructor(args: ArgumentsOf<"VouchingNotInvited">, cause?: unknown) {
    const { identity, voucher } = args;
    super(
      "VouchingNotInvited",
      args,
      `Person ${identity} did not invite person ${voucher} to vouch.`,
      "Let the borrower invite you first.",
      cause,
    );
  }
}

/** Nobody vouches for itself. */
export class VouchingOwnLineError extends RevertError<"VouchingOwnLine"> {
  constructor(args: ArgumentsOf<"VouchingOwnLine">, cause?: unknown) {
    super(
      "VouchingOwnLine",
      args,
      "Nobody can vouch for their own credit line.",
      "Ask somebody else to vouch.",
      cause,
    );
  }
}

/** No shares were given. */
export class VouchingZeroSharesError extends RevertError<"VouchingZeroShares"> {
  constructor(args: ArgumentsOf<"VouchingZeroShares">, cause?: unknown) {
    super(
      "VouchingZeroShares",
      args,
      "No shares of the first-loss pool were given to vouch with.",
      "Choose more than zero shares.",
      cause,
    );
  }
}

/** The shares are worth too little. */
export class VouchingAboveWorthError extends RevertError<"VouchingAboveWorth"> {
  constructor(args: ArgumentsOf<"VouchingAboveWorth">, cause?: unknown) {
    const { limit, most } = args;
    super(
      "VouchingAboveWorth",
      args,
      `A limit of ${inDollars(limit)} dollars is more than the ${inDollars(most)} that these shares can speak for: 80 % of their worth.`,
      "Lock more shares, or add less to the limit.",
      cause,
    );
  }
}

/** The line has all the vouchers it can have. */
export class VouchingTooManyVouchersError extends RevertError<"VouchingTooManyVouchers"> {
  constructor(args: ArgumentsOf<"VouchingTooManyVouchers">, cause?: unknown) {
    const { limit } = args;
    super(
      "VouchingTooManyVouchers",
      args,
      `At most ${limit} people vouch for one credit line.`,
      "Wait until one of them ends.",
      cause,
    );
  }
}

/** The voucher vouches for all the lines it can. */
export class VouchingTooManyLinesError extends RevertError<"VouchingTooManyLines"> {
  constructor(args: ArgumentsOf<"VouchingTooManyLines">, cause?: unknown) {
    const { limit } = args;
    super(
      "VouchingTooManyLines",
      args,
      `One person vouches for at most ${limit} credit lines.`,
      "End another vouch first.",
      cause,
    );
  }
}

/** Someone vouches for the voucher. */
export class VouchingVouchedForError extends RevertError<"VouchingVouchedFor"> {
  constructor(args: ArgumentsOf<"VouchingVouchedFor">, cause?: unknown) {
    const { voucher } = args;
    super(
      "VouchingVouchedFor",
      args,
      `Somebody vouches for person ${voucher}, who therefore cannot vouch for others.`,
      "Let those vouches end first.",
      cause,
    );
  }
}

/** The borrower vouches for somebody itself. */
export class VouchingBorrowerVouchesError extends RevertError<"VouchingBorrowerVouches"> {
  constructor(args: ArgumentsOf<"VouchingBorrowerVouches">, cause?: unknown) {
    const { identity } = args;
    super(
      "VouchingBorrowerVouches",
      args,
      `Person ${identity} vouches for somebody and therefore cannot be vouched for.`,
      "Let it end its own vouches first.",
      cause,
    );
  }
}

/** Who owes cannot vouch. */
export class VouchingOwesError extends RevertError<"VouchingOwes"> {
  constructor(args: ArgumentsOf<"VouchingOwes">, cause?: unknown) {
    const { debt, voucher } = args;
    super(
      "VouchingOwes",
      args,
      `Person ${voucher} owes ${inDollars(debt)} dollars on its own credit line and cannot vouch meanwhile.`,
      "Pay that debt first.",
      cause,
    );
  }
}

/** Another account of the person vouched. */
export class VouchingNotOwnerError extends RevertError<"VouchingNotOwner"> {
  constructor(args: ArgumentsOf<"VouchingNotOwner">, cause?: unknown) {
    const { caller, owner } = args;
    super(
      "VouchingNotOwner",
      args,
      `${owner} vouched here, and it alone can add to it or end it, not ${caller}.`,
      "Use that account.",
      cause,
    );
  }
}

/** There is no such vouch. */
export class VouchingNoneError extends RevertError<"VouchingNone"> {
  constructor(args: ArgumentsOf<"VouchingNone">, cause?: unknown) {
    const { identity, voucher } = args;
    super(
      "VouchingNone",
      args,
      `Person ${voucher} does not vouch for person ${identity}.`,
      "Choose a vouch of the list.",
      cause,
    );
  }
}

/** The line still needs the shares. */
export class VouchingStillNeededError extends RevertError<"VouchingStillNeeded"> {
  constructor(args: ArgumentsOf<"VouchingStillNeeded">, cause?: unknown) {
    const { debt, identity, limit } = args;
    super(
      "VouchingStillNeeded",
      args,
      `The line of person ${identity} still needs these shares: it owes ${inDollars(debt)} dollars, its limit is ${inDollars(limit)}, and a statement may be open.`,
      "End the vouch first, and wait until the line has paid.",
      cause,
    );
  }
}

/** Only the credit lines may burn. */
export class VouchingOnlyLinesError extends RevertError<"VouchingOnlyLines"> {
  constructor(args: ArgumentsOf<"VouchingOnlyLines">, cause?: unknown) {
    const { caller } = args;
    super(
      "VouchingOnlyLines",
      args,
      `Only the credit lines may burn vouchers' shares, not ${caller}.`,
      "Write the line off.",
      cause,
    );
  }
}

/** New vouches are paused. */
export class VouchingPausedError extends RevertError<"VouchingPaused"> {
  constructor(args: ArgumentsOf<"VouchingPaused">, cause?: unknown) {
    const { until } = args;
    super(
      "VouchingPaused",
      args,
      `New vouches are paused until ${time(until)}; ending one is not.`,
      "Try again after that.",
      cause,
    );
  }
}
