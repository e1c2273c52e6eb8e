import { inPoints, time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** The voucher was signed by another than the oracle. */
export class TapInvalidSignerError extends RevertError<"TapInvalidSigner"> {
  constructor(args: ArgumentsOf<"TapInvalidSigner">, cause?: unknown) {
    const { signer } = args;
    super(
      "TapInvalidSigner",
      args,
      `This voucher was not signed by ${signer}, who alone vouches for taps now.`,
      "Ask for a new voucher.",
      cause,
    );
  }
}

/** The voucher's time is over. */
export class TapVoucherExpiredError extends RevertError<"TapVoucherExpired"> {
  constructor(args: ArgumentsOf<"TapVoucherExpired">, cause?: unknown) {
    const { deadline } = args;
    super(
      "TapVoucherExpired",
      args,
      `This voucher could be used until ${time(deadline)}; its points are not lost.`,
      "Ask for a new voucher.",
      cause,
    );
  }
}

/** A later voucher was used, or this one was revoked. */
export class TapSequenceUsedError extends RevertError<"TapSequenceUsed"> {
  constructor(args: ArgumentsOf<"TapSequenceUsed">, cause?: unknown) {
    const { last, sequence } = args;
    super(
      "TapSequenceUsed",
      args,
      `Voucher ${sequence} does not count any more: ${last} was used or revoked.`,
      "Ask for a new voucher.",
      cause,
    );
  }
}

/** The number of the voucher leaps too far. */
export class TapSequenceTooHighError extends RevertError<"TapSequenceTooHigh"> {
  constructor(args: ArgumentsOf<"TapSequenceTooHigh">, cause?: unknown) {
    const { last, sequence } = args;
    super(
      "TapSequenceTooHigh",
      args,
      `The number ${sequence} is too far from the last one, ${last}: numbers rise by less than 1,048,576 at once.`,
      "Ask for a new voucher.",
      cause,
    );
  }
}

/** Only who is verified is paid. */
export class TapNoIdentityError extends RevertError<"TapNoIdentity"> {
  constructor(args: ArgumentsOf<"TapNoIdentity">, cause?: unknown) {
    const { account } = args;
    super(
      "TapNoIdentity",
      args,
      `${account} is not verified or not in good standing; what it tapped waits, up to one day's most.`,
      "Verify the account, then claim.",
      cause,
    );
  }
}

/** All was claimed. */
export class TapNothingToClaimError extends RevertError<"TapNothingToClaim"> {
  constructor(args: ArgumentsOf<"TapNothingToClaim">, cause?: unknown) {
    const { earned } = args;
    super(
      "TapNothingToClaim",
      args,
      `All ${inPoints(earned)} points that this voucher speaks of were claimed before.`,
      "Tap on; claim when there is something new.",
      cause,
    );
  }
}

/** The cap of the day is reached. */
export class TapDailyCapReachedError extends RevertError<"TapDailyCapReached"> {
  constructor(args: ArgumentsOf<"TapDailyCapReached">, cause?: unknown) {
    const { cap, resetsAt } = args;
    super(
      "TapDailyCapReached",
      args,
      `The ${inPoints(cap)} points that a person can claim a day are claimed.`,
      `Nothing is lost: claim the rest from ${time(resetsAt)}.`,
      cause,
    );
  }
}

/** The oracle or the cap does not fit. */
export class TapInvalidTermsError extends RevertError<"TapInvalidTerms"> {
  constructor(args: ArgumentsOf<"TapInvalidTerms">, cause?: unknown) {
    super(
      "TapInvalidTerms",
      args,
      "Neither can nobody vouch for taps, nor can the cap of a day be larger than a tally holds.",
      "Choose another value.",
      cause,
    );
  }
}
