import { time, word } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** A field of the keys is outside its limits. */
export class KeysInvalidError extends RevertError<"KeysInvalid"> {
  constructor(args: ArgumentsOf<"KeysInvalid">, cause?: unknown) {
    const { field } = args;
    super(
      "KeysInvalid",
      args,
      `The keys do not fit: ${word(field)} is missing, doubled or in the past.`,
      "Correct it and try again.",
      cause,
    );
  }
}

/** The account has no such keys. */
export class KeysUnknownError extends RevertError<"KeysUnknown"> {
  constructor(args: ArgumentsOf<"KeysUnknown">, cause?: unknown) {
    const { index } = args;
    super(
      "KeysUnknown",
      args,
      `This account has no keys number ${index}.`,
      "Look at getKeys for those it has.",
      cause,
    );
  }
}

/** The keys are revoked already. */
export class KeysAlreadyRevokedError extends RevertError<"KeysAlreadyRevoked"> {
  constructor(args: ArgumentsOf<"KeysAlreadyRevoked">, cause?: unknown) {
    const { index } = args;
    super(
      "KeysAlreadyRevoked",
      args,
      `Keys number ${index} are already revoked.`,
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** A fingerprint that an account revoked never returns for it. */
export class KeysFingerprintRevokedError extends RevertError<"KeysFingerprintRevoked"> {
  constructor(args: ArgumentsOf<"KeysFingerprintRevoked">, cause?: unknown) {
    const { fingerprint } = args;
    super(
      "KeysFingerprintRevoked",
      args,
      `This account revoked the fingerprint ${fingerprint}, and revoked keys never return.`,
      "Make new keys.",
      cause,
    );
  }
}

/** The log did not grow. */
export class AnchorSizeNotRisingError extends RevertError<"AnchorSizeNotRising"> {
  constructor(args: ArgumentsOf<"AnchorSizeNotRising">, cause?: unknown) {
    const { last, size } = args;
    super(
      "AnchorSizeNotRising",
      args,
      `The log has ${size} leaves, and ${last} are already anchored.`,
      "Anchor again when the log has grown.",
      cause,
    );
  }
}

/** Another root was anchored in the same second. */
export class AnchorTimeNotRisingError extends RevertError<"AnchorTimeNotRising"> {
  constructor(args: ArgumentsOf<"AnchorTimeNotRising">, cause?: unknown) {
    const { last } = args;
    super(
      "AnchorTimeNotRising",
      args,
      `Another root was anchored at ${time(last)}.`,
      "Anchor again in the next block.",
      cause,
    );
  }
}

/** No root has this index, or the next one took its place. */
export class AnchorUnknownError extends RevertError<"AnchorUnknown"> {
  constructor(args: ArgumentsOf<"AnchorUnknown">, cause?: unknown) {
    const { index } = args;
    super(
      "AnchorUnknown",
      args,
      `No root number ${index} stands on the chain.`,
      "Ask for the newest one, which covers all leaves, or look in the subgraph.",
      cause,
    );
  }
}
