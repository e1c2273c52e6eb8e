import { time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** A signature is not of an attester, or not of the account that must sign. */
export class IdentityInvalidSignerError extends RevertError<"IdentityInvalidSigner"> {
  constructor(args: ArgumentsOf<"IdentityInvalidSigner">, cause?: unknown) {
    super(
      "IdentityInvalidSigner",
      args,
      "The signature is not of an attester, or not of the account that must sign.",
      "Ask for a new attestation and submit it unchanged.",
      cause,
    );
  }
}

/** The deadline of an attestation or link has passed. */
export class IdentitySignatureExpiredError extends RevertError<"IdentitySignatureExpired"> {
  constructor(args: ArgumentsOf<"IdentitySignatureExpired">, cause?: unknown) {
    const { deadline } = args;
    super(
      "IdentitySignatureExpired",
      args,
      `This attestation could be submitted until ${time(deadline)}.`,
      "Ask for a new one.",
      cause,
    );
  }
}

/** An attestation or link was used already, or made before a revocation. */
export class IdentityInvalidNonceError extends RevertError<"IdentityInvalidNonce"> {
  constructor(args: ArgumentsOf<"IdentityInvalidNonce">, cause?: unknown) {
    const { expected, given } = args;
    super(
      "IdentityInvalidNonce",
      args,
      `This attestation was made for step ${given} of the account, which is at ${expected}.`,
      "Ask for a new one.",
      cause,
    );
  }
}

/** The account belongs to an identity already, for ever. */
export class IdentityAccountTakenError extends RevertError<"IdentityAccountTaken"> {
  constructor(args: ArgumentsOf<"IdentityAccountTaken">, cause?: unknown) {
    super(
      "IdentityAccountTaken",
      args,
      "This account already belongs to an identity, and an account belongs to one for ever.",
      "Use an account that was never verified.",
      cause,
    );
  }
}

/** The person has an identity already. */
export class IdentityAlreadyKnownError extends RevertError<"IdentityAlreadyKnown"> {
  constructor(args: ArgumentsOf<"IdentityAlreadyKnown">, cause?: unknown) {
    super(
      "IdentityAlreadyKnown",
      args,
      "This person already has a verified account, and one person has one identity.",
      "Link this account to that one instead.",
      cause,
    );
  }
}

/** The account has no identity. */
export class IdentityUnknownAccountError extends RevertError<"IdentityUnknownAccount"> {
  constructor(args: ArgumentsOf<"IdentityUnknownAccount">, cause?: unknown) {
    super("IdentityUnknownAccount", args, "This account was never verified.", "Verify it first.", cause);
  }
}

/** The identity is frozen, revoked or expired. */
export class IdentityNotInGoodStandingError extends RevertError<"IdentityNotInGoodStanding"> {
  constructor(args: ArgumentsOf<"IdentityNotInGoodStanding">, cause?: unknown) {
    super(
      "IdentityNotInGoodStanding",
      args,
      "The identity of this account is frozen, revoked or expired.",
      "Renew the verification, or contact the compliance desk.",
      cause,
    );
  }
}

/** The identity has as many accounts as it may. */
export class IdentityTooManyAccountsError extends RevertError<"IdentityTooManyAccounts"> {
  constructor(args: ArgumentsOf<"IdentityTooManyAccounts">, cause?: unknown) {
    const { limit } = args;
    super(
      "IdentityTooManyAccounts",
      args,
      `This identity already has ${limit} accounts, which is the limit.`,
      "Use one of them.",
      cause,
    );
  }
}

/** Country, tier or validity of an attestation is outside its limits. */
export class IdentityInvalidAttestationError extends RevertError<"IdentityInvalidAttestation"> {
  constructor(args: ArgumentsOf<"IdentityInvalidAttestation">, cause?: unknown) {
    const { country, tier, validUntil } = args;
    super(
      "IdentityInvalidAttestation",
      args,
      `The attestation names country ${country}, tier ${tier} and an end at ${time(validUntil)}; it needs a country from 1 to 999, a tier from 1 to 3 and an end in the future.`,
      "Ask the attester for a corrected one.",
      cause,
    );
  }
}

/** A person cannot be a system contract, nor the reverse. */
export class IdentitySystemConflictError extends RevertError<"IdentitySystemConflict"> {
  constructor(args: ArgumentsOf<"IdentitySystemConflict">, cause?: unknown) {
    super(
      "IdentitySystemConflict",
      args,
      "A person's account cannot be a system contract, nor a system contract a person.",
      "Use another account.",
      cause,
    );
  }
}

/** A recovery waits already. */
export class IdentityRecoveryPendingError extends RevertError<"IdentityRecoveryPending"> {
  constructor(args: ArgumentsOf<"IdentityRecoveryPending">, cause?: unknown) {
    const { lost, readyAt } = args;
    super(
      "IdentityRecoveryPending",
      args,
      `A recovery of ${lost} waits already, and can be completed from ${time(readyAt)}.`,
      "Let it complete, or have a guardian cancel it.",
      cause,
    );
  }
}

/** No recovery waits. */
export class IdentityRecoveryNotPendingError extends RevertError<"IdentityRecoveryNotPending"> {
  constructor(args: ArgumentsOf<"IdentityRecoveryNotPending">, cause?: unknown) {
    const { lost } = args;
    super(
      "IdentityRecoveryNotPending",
      args,
      `No recovery of ${lost} waits.`,
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** The recovery still waits. */
export class IdentityRecoveryTooEarlyError extends RevertError<"IdentityRecoveryTooEarly"> {
  constructor(args: ArgumentsOf<"IdentityRecoveryTooEarly">, cause?: unknown) {
    const { lost, readyAt } = args;
    super(
      "IdentityRecoveryTooEarly",
      args,
      `The recovery of ${lost} can be completed from ${time(readyAt)}; until then its owner can object.`,
      "Try again then.",
      cause,
    );
  }
}

/** The account was recovered before. */
export class IdentityAccountRetiredError extends RevertError<"IdentityAccountRetired"> {
  constructor(args: ArgumentsOf<"IdentityAccountRetired">, cause?: unknown) {
    const { account } = args;
    super(
      "IdentityAccountRetired",
      args,
      `The account ${account} was recovered: another took its place for ever.`,
      "Use its successor.",
      cause,
    );
  }
}

/** Only a system contract may call it. */
export class IdentityNotSystemError extends RevertError<"IdentityNotSystem"> {
  constructor(args: ArgumentsOf<"IdentityNotSystem">, cause?: unknown) {
    const { caller } = args;
    super(
      "IdentityNotSystem",
      args,
      `Only a contract of the system may note a pledge, not ${caller}.`,
      "Pledge in a lending market.",
      cause,
    );
  }
}
