import { inDollars, inPoolShares, time, word } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** Nothing would be drawn or paid. */
export class CreditZeroAmountError extends RevertError<"CreditZeroAmount"> {
  constructor(args: ArgumentsOf<"CreditZeroAmount">, cause?: unknown) {
    super(
      "CreditZeroAmount",
      args,
      "Nothing would be drawn or paid: the amount is zero.",
      "Choose an amount above zero.",
      cause,
    );
  }
}

/** It cannot go there. */
export class CreditInvalidReceiverError extends RevertError<"CreditInvalidReceiver"> {
  constructor(args: ArgumentsOf<"CreditInvalidReceiver">, cause?: unknown) {
    const { receiver } = args;
    super(
      "CreditInvalidReceiver",
      args,
      `${receiver} cannot receive the money of a draw.`,
      "Choose another receiver.",
      cause,
    );
  }
}

/** The account has no identity. */
export class CreditUnknownIdentityError extends RevertError<"CreditUnknownIdentity"> {
  constructor(args: ArgumentsOf<"CreditUnknownIdentity">, cause?: unknown) {
    const { account } = args;
    super(
      "CreditUnknownIdentity",
      args,
      `${account} belongs to no verified person: a credit line is a person's.`,
      "Verify the account first.",
      cause,
    );
  }
}

/** The account may not draw. */
export class CreditNotInGoodStandingError extends RevertError<"CreditNotInGoodStanding"> {
  constructor(args: ArgumentsOf<"CreditNotInGoodStanding">, cause?: unknown) {
    const { account } = args;
    super(
      "CreditNotInGoodStanding",
      args,
      `${account} may not draw: it is not verified, its verification lapsed, or it is frozen, revoked or replaced. Paying goes on.`,
      "Renew the verification, or ask the compliance desk.",
      cause,
    );
  }
}

/** A statement is not met. */
export class CreditStatementOpenError extends RevertError<"CreditStatementOpen"> {
  constructor(args: ArgumentsOf<"CreditStatementOpen">, cause?: unknown) {
    const { due } = args;
    super(
      "CreditStatementOpen",
      args,
      `A statement is closed and ${inDollars(due)} dollars of it are due: nothing new is drawn or given until then.`,
      "Pay what is due first.",
      cause,
    );
  }
}

/** The debt would be above the limit. */
export class CreditLimitExceededError extends RevertError<"CreditLimitExceeded"> {
  constructor(args: ArgumentsOf<"CreditLimitExceeded">, cause?: unknown) {
    const { debt, limit } = args;
    super(
      "CreditLimitExceeded",
      args,
      `You would owe ${inDollars(debt)} dollars, more than your limit of ${inDollars(limit)}.`,
      "Draw less; the limit grows with every statement met in time.",
      cause,
    );
  }
}

/** Nothing is owed. */
export class CreditNothingOwedError extends RevertError<"CreditNothingOwed"> {
  constructor(args: ArgumentsOf<"CreditNothingOwed">, cause?: unknown) {
    super(
      "CreditNothingOwed",
      args,
      "Nothing is owed on this credit line.",
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** The attestation is not of an underwriter. */
export class CreditInvalidSignerError extends RevertError<"CreditInvalidSigner"> {
  constructor(args: ArgumentsOf<"CreditInvalidSigner">, cause?: unknown) {
    const { signer } = args;
    super(
      "CreditInvalidSigner",
      args,
      `${signer} is no underwriter, or did not sign this.`,
      "Ask for a new attestation and submit it unchanged.",
      cause,
    );
  }
}

/** The attestation is over. */
export class CreditSignatureExpiredError extends RevertError<"CreditSignatureExpired"> {
  constructor(args: ArgumentsOf<"CreditSignatureExpired">, cause?: unknown) {
    const { deadline } = args;
    super(
      "CreditSignatureExpired",
      args,
      `This attestation could be submitted until ${time(deadline)}.`,
      "Apply again.",
      cause,
    );
  }
}

/** The attestation was used, or another came before it. */
export class CreditInvalidNonceError extends RevertError<"CreditInvalidNonce"> {
  constructor(args: ArgumentsOf<"CreditInvalidNonce">, cause?: unknown) {
    const { expected, given } = args;
    super(
      "CreditInvalidNonce",
      args,
      `This attestation was made for step ${given} of the credit line, which is at ${expected}.`,
      "Apply again.",
      cause,
    );
  }
}

/** No limit is given so soon after a default. */
export class CreditBarredError extends RevertError<"CreditBarred"> {
  constructor(args: ArgumentsOf<"CreditBarred">, cause?: unknown) {
    const { untilCycle } = args;
    super(
      "CreditBarred",
      args,
      `After a default no limit is given until cycle ${untilCycle} of the calendar.`,
      "Try again when it has begun.",
      cause,
    );
  }
}

/** The limit is above what the tier allows. */
export class CreditAboveTierCapError extends RevertError<"CreditAboveTierCap"> {
  constructor(args: ArgumentsOf<"CreditAboveTierCap">, cause?: unknown) {
    const { cap, limit } = args;
    super(
      "CreditAboveTierCap",
      args,
      `A limit of ${inDollars(limit)} dollars is above the ${inDollars(cap)} that this tier of verification allows.`,
      "Choose a lower limit, or verify at a higher tier.",
      cause,
    );
  }
}

/** Underwriters have given all they may for now. */
export class CreditQuotaExceededError extends RevertError<"CreditQuotaExceeded"> {
  constructor(args: ArgumentsOf<"CreditQuotaExceeded">, cause?: unknown) {
    const { left, requested, resetsAt } = args;
    super(
      "CreditQuotaExceeded",
      args,
      `Underwriters may raise limits by ${inDollars(left)} dollars more until ${time(resetsAt)}, and this asks for ${inDollars(requested)}.`,
      "Try again then, or ask for less.",
      cause,
    );
  }
}

/** The quota is out of its bounds. */
export class CreditInvalidQuotaError extends RevertError<"CreditInvalidQuota"> {
  constructor(args: ArgumentsOf<"CreditInvalidQuota">, cause?: unknown) {
    const { limit, period } = args;
    super(
      "CreditInvalidQuota",
      args,
      `A quota of ${limit} units in ${period} seconds does not fit: a window is an hour or longer, and the limit below 2^96.`,
      "Correct it and try again.",
      cause,
    );
  }
}

/** The cap of a tier is out of its bounds. */
export class CreditInvalidCapError extends RevertError<"CreditInvalidCap"> {
  constructor(args: ArgumentsOf<"CreditInvalidCap">, cause?: unknown) {
    const { cap, tier } = args;
    super(
      "CreditInvalidCap",
      args,
      `A cap of ${cap} units for tier ${tier} does not fit: tiers are 1 to 3, and a cap is below 2^64.`,
      "Correct it and try again.",
      cause,
    );
  }
}

/** The debt cannot be written off now. */
export class CreditNotWritableError extends RevertError<"CreditNotWritable"> {
  constructor(args: ArgumentsOf<"CreditNotWritable">, cause?: unknown) {
    const { readyAt } = args;
    super(
      "CreditNotWritable",
      args,
      `This debt can be written off once, from ${time(readyAt)} on.`,
      "Try again then; if it was written off before, nothing needs to be done.",
      cause,
    );
  }
}

/** Only the vouching contract may call it. */
export class CreditOnlyVouchingError extends RevertError<"CreditOnlyVouching"> {
  constructor(args: ArgumentsOf<"CreditOnlyVouching">, cause?: unknown) {
    const { caller } = args;
    super(
      "CreditOnlyVouching",
      args,
      `Only the vouching contract may change a limit so, not ${caller}.`,
      "Vouch, or let an underwriter attest.",
      cause,
    );
  }
}

/** Vouching was bound before. */
export class CreditVouchingBoundError extends RevertError<"CreditVouchingBound"> {
  constructor(args: ArgumentsOf<"CreditVouchingBound">, cause?: unknown) {
    super(
      "CreditVouchingBound",
      args,
      "The credit lines are bound to their vouching contract for ever.",
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** The book was bound before. */
export class CreditAlreadyBoundError extends RevertError<"CreditAlreadyBound"> {
  constructor(args: ArgumentsOf<"CreditAlreadyBound">, cause?: unknown) {
    super(
      "CreditAlreadyBound",
      args,
      "The book is bound to its credit lines and pools for ever.",
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** A part of the book is missing. */
export class CreditInvalidPartsError extends RevertError<"CreditInvalidParts"> {
  constructor(args: ArgumentsOf<"CreditInvalidParts">, cause?: unknown) {
    super(
      "CreditInvalidParts",
      args,
      "The book needs credit lines and two pools, and one of them is missing.",
      "Name all three.",
      cause,
    );
  }
}

/** The money has too many decimals. */
export class CreditInvalidMoneyError extends RevertError<"CreditInvalidMoney"> {
  constructor(args: ArgumentsOf<"CreditInvalidMoney">, cause?: unknown) {
    const { decimals } = args;
    super(
      "CreditInvalidMoney",
      args,
      `Money with ${decimals} decimals does not fit the book, which takes at most 8.`,
      "Use another money.",
      cause,
    );
  }
}

/** Only a part of the book may call it. */
export class CreditOnlyPartError extends RevertError<"CreditOnlyPart"> {
  constructor(args: ArgumentsOf<"CreditOnlyPart">, cause?: unknown) {
    const { caller } = args;
    super(
      "CreditOnlyPart",
      args,
      `Only the credit lines and the pools may change the book, not ${caller}.`,
      "Use the credit lines or a pool.",
      cause,
    );
  }
}

/** A term of the credit lines is out of its bounds. */
export class CreditInvalidTermsError extends RevertError<"CreditInvalidTerms"> {
  constructor(args: ArgumentsOf<"CreditInvalidTerms">, cause?: unknown) {
    const { field } = args;
    super(
      "CreditInvalidTerms",
      args,
      `The terms do not fit: ${word(field)}. Interest is 1 to 40 %, what lateness adds at most 20 %, the minimum 5 to 50 %, growth at most 50 %, the seniors' part at most 90 %, leverage 1 to 10.`,
      "Correct it and try again.",
      cause,
    );
  }
}

/** Money was booked that did not arrive. */
export class CreditMoneyNotReceivedError extends RevertError<"CreditMoneyNotReceived"> {
  constructor(args: ArgumentsOf<"CreditMoneyNotReceived">, cause?: unknown) {
    const { expected, received } = args;
    super(
      "CreditMoneyNotReceived",
      args,
      `${inDollars(expected)} dollars were to be booked and ${inDollars(received)} arrived.`,
      "Use the credit lines or a pool, which send and book at once.",
      cause,
    );
  }
}

/** Not so much cash is there. */
export class CreditNotEnoughCashError extends RevertError<"CreditNotEnoughCash"> {
  constructor(args: ArgumentsOf<"CreditNotEnoughCash">, cause?: unknown) {
    const { available, requested } = args;
    super(
      "CreditNotEnoughCash",
      args,
      `The book has ${inDollars(available)} dollars in cash that nobody waits for, and ${inDollars(requested)} were asked for.`,
      "Ask for less, or wait until borrowers pay; lenders can queue.",
      cause,
    );
  }
}

/** The debt would be too large for the first loss. */
export class CreditLeverageExceededError extends RevertError<"CreditLeverageExceeded"> {
  constructor(args: ArgumentsOf<"CreditLeverageExceeded">, cause?: unknown) {
    const { debt, limit } = args;
    super(
      "CreditLeverageExceeded",
      args,
      `All lines together would owe ${inDollars(debt)} dollars, and the first-loss pool may carry ${inDollars(limit)}.`,
      "Choose a smaller amount, or wait until others pay or first loss is added.",
      cause,
    );
  }
}

/** The pools take no deposits now. */
export class CreditPoolsClosedError extends RevertError<"CreditPoolsClosed"> {
  constructor(args: ArgumentsOf<"CreditPoolsClosed">, cause?: unknown) {
    const { assets, claim } = args;
    super(
      "CreditPoolsClosed",
      args,
      `The pools take no deposits: what is there counts ${inDollars(assets)} dollars, less than the ${inDollars(claim)} that seniors have a claim to. A price could only guess what comes back.`,
      "Wait until late debt is paid or written off.",
      cause,
    );
  }
}

/** The deposit would give fewer shares than asked for. */
export class CreditSharesBelowMinimumError extends RevertError<"CreditSharesBelowMinimum"> {
  constructor(args: ArgumentsOf<"CreditSharesBelowMinimum">, cause?: unknown) {
    const { minShares, shares } = args;
    super(
      "CreditSharesBelowMinimum",
      args,
      `The deposit would give ${inPoolShares(shares)} shares, fewer than the ${inPoolShares(minShares)} asked for.`,
      "Accept fewer, or deposit more.",
      cause,
    );
  }
}
