import { amount as inQti, time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** What a referral is when it cannot vest, in the order of the contracts' enum. */
const statuses: { [status: number]: string | undefined } = {
  0: "This account named nobody who referred it",
  1: "This referral is not final: the newcomer is not verified yet",
  3: "This referral has vested before",
  4: "This referral is void: the newcomer had another account before, or is the referrer's own",
};

/** The newcomer did not sign. */
export class ReferralInvalidSignerError extends RevertError<"ReferralInvalidSigner"> {
  constructor(args: ArgumentsOf<"ReferralInvalidSigner">, cause?: unknown) {
    const { signer } = args;
    super(
      "ReferralInvalidSigner",
      args,
      `The signature is not that of the newcomer ${signer}.`,
      "Let the newcomer sign.",
      cause,
    );
  }
}

/** The signature's time is over. */
export class ReferralSignatureExpiredError extends RevertError<"ReferralSignatureExpired"> {
  constructor(args: ArgumentsOf<"ReferralSignatureExpired">, cause?: unknown) {
    const { deadline } = args;
    super(
      "ReferralSignatureExpired",
      args,
      `This signature could be used until ${time(deadline)}.`,
      "Sign again.",
      cause,
    );
  }
}

/** The signature was used, or is out of order. */
export class ReferralInvalidNonceError extends RevertError<"ReferralInvalidNonce"> {
  constructor(args: ArgumentsOf<"ReferralInvalidNonce">, cause?: unknown) {
    const { expected, given } = args;
    super(
      "ReferralInvalidNonce",
      args,
      `This signature has number ${given}, and ${expected} is next for the newcomer.`,
      "Sign again.",
      cause,
    );
  }
}

/** Nobody refers itself. */
export class ReferralSelfError extends RevertError<"ReferralSelf"> {
  constructor(args: ArgumentsOf<"ReferralSelf">, cause?: unknown) {
    super(
      "ReferralSelf",
      args,
      "An account cannot name itself as the one who referred it.",
      "Name another account.",
      cause,
    );
  }
}

/** The account has an identity. */
export class ReferralNotNewcomerError extends RevertError<"ReferralNotNewcomer"> {
  constructor(args: ArgumentsOf<"ReferralNotNewcomer">, cause?: unknown) {
    const { newcomer } = args;
    super(
      "ReferralNotNewcomer",
      args,
      `${newcomer} is verified already, and only who is not can still say who referred it.`,
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** The referrer is not verified. */
export class ReferralReferrerNotVerifiedError extends RevertError<"ReferralReferrerNotVerified"> {
  constructor(args: ArgumentsOf<"ReferralReferrerNotVerified">, cause?: unknown) {
    const { referrer } = args;
    super(
      "ReferralReferrerNotVerified",
      args,
      `${referrer} is not verified or not in good standing and cannot refer anyone now.`,
      "Ask who referred you to verify first, or name another.",
      cause,
    );
  }
}

/** The referral has another state. */
export class ReferralNotFinalError extends RevertError<"ReferralNotFinal"> {
  constructor(args: ArgumentsOf<"ReferralNotFinal">, cause?: unknown) {
    const { status } = args;
    super(
      "ReferralNotFinal",
      args,
      `${statuses[status] ?? "This referral cannot vest"}.`,
      "A referral vests once the newcomer is verified and has staked long enough.",
      cause,
    );
  }
}

/** The referral waits. */
export class ReferralNotVestedError extends RevertError<"ReferralNotVested"> {
  constructor(args: ArgumentsOf<"ReferralNotVested">, cause?: unknown) {
    const { newcomer } = args;
    super(
      "ReferralNotVested",
      args,
      `The referral of ${newcomer} has not vested, and pays only then.`,
      "Vest it first.",
      cause,
    );
  }
}

/** The referral vested before. */
export class ReferralAlreadyVestedError extends RevertError<"ReferralAlreadyVested"> {
  constructor(args: ArgumentsOf<"ReferralAlreadyVested">, cause?: unknown) {
    const { newcomer } = args;
    super(
      "ReferralAlreadyVested",
      args,
      `The referral of ${newcomer} has vested before.`,
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** The newcomer is not verified. */
export class ReferralNewcomerNotVerifiedError extends RevertError<"ReferralNewcomerNotVerified"> {
  constructor(args: ArgumentsOf<"ReferralNewcomerNotVerified">, cause?: unknown) {
    const { newcomer } = args;
    super(
      "ReferralNewcomerNotVerified",
      args,
      `${newcomer} is not verified, or its verification is over.`,
      "Let the newcomer verify or renew it, then vest.",
      cause,
    );
  }
}

/** The position is another's. */
export class ReferralNotItsPositionError extends RevertError<"ReferralNotItsPosition"> {
  constructor(args: ArgumentsOf<"ReferralNotItsPosition">, cause?: unknown) {
    const { newcomer, positionId } = args;
    super(
      "ReferralNotItsPosition",
      args,
      `Position ${positionId} does not belong to the person behind ${newcomer}.`,
      "Choose one of the newcomer's positions.",
      cause,
    );
  }
}

/** The position holds too little. */
export class ReferralStakeTooSmallError extends RevertError<"ReferralStakeTooSmall"> {
  constructor(args: ArgumentsOf<"ReferralStakeTooSmall">, cause?: unknown) {
    const { amount, minStake, positionId } = args;
    super(
      "ReferralStakeTooSmall",
      args,
      `Position ${positionId} holds ${inQti(amount)} QTI, and a referral vests from ${inQti(minStake)} on.`,
      "Choose a larger position, or wait for one.",
      cause,
    );
  }
}

/** The position's lock is too short. */
export class ReferralLockTooShortError extends RevertError<"ReferralLockTooShort"> {
  constructor(args: ArgumentsOf<"ReferralLockTooShort">, cause?: unknown) {
    const { positionId } = args;
    super(
      "ReferralLockTooShort",
      args,
      `Position ${positionId} was not locked for at least 30 days.`,
      "Choose one that was.",
      cause,
    );
  }
}

/** The position is too young. */
export class ReferralHeldTooShortError extends RevertError<"ReferralHeldTooShort"> {
  constructor(args: ArgumentsOf<"ReferralHeldTooShort">, cause?: unknown) {
    const { positionId, readyAt } = args;
    super(
      "ReferralHeldTooShort",
      args,
      `Position ${positionId} counts from ${time(readyAt)} on: it is held for 30 days first.`,
      "Vest the referral then.",
      cause,
    );
  }
}

/** Nothing new was earned. */
export class ReferralNothingToClaimError extends RevertError<"ReferralNothingToClaim"> {
  constructor(args: ArgumentsOf<"ReferralNothingToClaim">, cause?: unknown) {
    const { newcomer } = args;
    super(
      "ReferralNothingToClaim",
      args,
      `There is no new bonus for ${newcomer}: nothing was earned since, or its most was paid.`,
      "Claim when the newcomer has claimed more points.",
      cause,
    );
  }
}

/** The terms do not fit. */
export class ReferralInvalidTermsError extends RevertError<"ReferralInvalidTerms"> {
  constructor(args: ArgumentsOf<"ReferralInvalidTerms">, cause?: unknown) {
    super(
      "ReferralInvalidTerms",
      args,
      "A bonus is at most the whole of what the newcomer earns, a newcomer brings at most what a referrer gets, and a stake is asked for.",
      "Choose other values.",
      cause,
    );
  }
}
