import { amount } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** No contract is at this address. */
export class AddressEmptyCodeError extends RevertError<"AddressEmptyCode"> {
  constructor(args: ArgumentsOf<"AddressEmptyCode">, cause?: unknown) {
    const { target } = args;
    super(
      "AddressEmptyCode",
      args,
      `There is no contract at ${target}.`,
      "Check the address and the network.",
      cause,
    );
  }
}

/** A call inside the transaction failed without a reason. */
export class FailedCallError extends RevertError<"FailedCall"> {
  constructor(args: ArgumentsOf<"FailedCall">, cause?: unknown) {
    super(
      "FailedCall",
      args,
      "A call inside the transaction failed and gave no reason.",
      "Check the values, then try again.",
      cause,
    );
  }
}

/** A contract could not be deployed. */
export class FailedDeploymentError extends RevertError<"FailedDeployment"> {
  constructor(args: ArgumentsOf<"FailedDeployment">, cause?: unknown) {
    super(
      "FailedDeployment",
      args,
      "A contract could not be deployed at its address.",
      "Try again with another salt.",
      cause,
    );
  }
}

/** A contract holds too little coin. */
export class InsufficientBalanceError extends RevertError<"InsufficientBalance"> {
  constructor(args: ArgumentsOf<"InsufficientBalance">, cause?: unknown) {
    const { balance, needed } = args;
    super(
      "InsufficientBalance",
      args,
      `The contract holds ${amount(balance)} of the network's coin and needs ${amount(needed)}.`,
      "Report this; nothing of yours was lost.",
      cause,
    );
  }
}

/** The contract is initialised already. */
export class InvalidInitializationError extends RevertError<"InvalidInitialization"> {
  constructor(args: ArgumentsOf<"InvalidInitialization">, cause?: unknown) {
    super(
      "InvalidInitialization",
      args,
      "This contract is already initialised.",
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** Only possible while a contract is initialised. */
export class NotInitializingError extends RevertError<"NotInitializing"> {
  constructor(args: ArgumentsOf<"NotInitializing">, cause?: unknown) {
    super(
      "NotInitializing",
      args,
      "This is only possible while the contract is initialised.",
      "Report this; nothing of yours was lost.",
      cause,
    );
  }
}

/** A contract called back into the middle of an action. */
export class ReentrancyGuardReentrantCallError extends RevertError<"ReentrancyGuardReentrantCall"> {
  constructor(args: ArgumentsOf<"ReentrancyGuardReentrantCall">, cause?: unknown) {
    super(
      "ReentrancyGuardReentrantCall",
      args,
      "A contract called back in the middle of this action, which is not allowed.",
      "Use an account or contract that does not call back.",
      cause,
    );
  }
}

/** A number is too large. */
export class SafeCastOverflowedUintDowncastError extends RevertError<"SafeCastOverflowedUintDowncast"> {
  constructor(args: ArgumentsOf<"SafeCastOverflowedUintDowncast">, cause?: unknown) {
    const { bits, value } = args;
    super(
      "SafeCastOverflowedUintDowncast",
      args,
      `The number ${value} does not fit into ${bits} bits.`,
      "Choose a smaller amount.",
      cause,
    );
  }
}

/** A signature cannot be read. */
export class ECDSAInvalidSignatureError extends RevertError<"ECDSAInvalidSignature"> {
  constructor(args: ArgumentsOf<"ECDSAInvalidSignature">, cause?: unknown) {
    super("ECDSAInvalidSignature", args, "The signature is not valid.", "Sign again.", cause);
  }
}

/** A signature has the wrong length. */
export class ECDSAInvalidSignatureLengthError extends RevertError<"ECDSAInvalidSignatureLength"> {
  constructor(args: ArgumentsOf<"ECDSAInvalidSignatureLength">, cause?: unknown) {
    const { length } = args;
    super(
      "ECDSAInvalidSignatureLength",
      args,
      `The signature has ${length} bytes, and 65 are needed.`,
      "Sign again.",
      cause,
    );
  }
}

/** A signature is malleable. */
export class ECDSAInvalidSignatureSError extends RevertError<"ECDSAInvalidSignatureS"> {
  constructor(args: ArgumentsOf<"ECDSAInvalidSignatureS">, cause?: unknown) {
    super(
      "ECDSAInvalidSignatureS",
      args,
      "The signature is not in the form that is accepted.",
      "Sign again with a current wallet.",
      cause,
    );
  }
}

/** A stored text cannot be read. */
export class InvalidShortStringError extends RevertError<"InvalidShortString"> {
  constructor(args: ArgumentsOf<"InvalidShortString">, cause?: unknown) {
    super(
      "InvalidShortString",
      args,
      "A text of the contract cannot be read.",
      "Report this; nothing of yours was lost.",
      cause,
    );
  }
}

/** A text is too long. */
export class StringTooLongError extends RevertError<"StringTooLong"> {
  constructor(args: ArgumentsOf<"StringTooLong">, cause?: unknown) {
    super("StringTooLong", args, "The text is longer than 31 bytes.", "Choose a shorter one.", cause);
  }
}

/** A checkpoint lies before the last one. */
export class CheckpointUnorderedInsertionError extends RevertError<"CheckpointUnorderedInsertion"> {
  constructor(args: ArgumentsOf<"CheckpointUnorderedInsertion">, cause?: unknown) {
    super(
      "CheckpointUnorderedInsertion",
      args,
      "A change would lie before one that was recorded.",
      "Try again with the next block.",
      cause,
    );
  }
}

/** A contract cannot be owned by this address. */
export class OwnableInvalidOwnerError extends RevertError<"OwnableInvalidOwner"> {
  constructor(args: ArgumentsOf<"OwnableInvalidOwner">, cause?: unknown) {
    const { owner } = args;
    super("OwnableInvalidOwner", args, `${owner} cannot own the contract.`, "Name another owner.", cause);
  }
}

/** Only the owner may call it. */
export class OwnableUnauthorizedAccountError extends RevertError<"OwnableUnauthorizedAccount"> {
  constructor(args: ArgumentsOf<"OwnableUnauthorizedAccount">, cause?: unknown) {
    const { account } = args;
    super(
      "OwnableUnauthorizedAccount",
      args,
      `${account} does not own the contract.`,
      "Use the owner's account.",
      cause,
    );
  }
}
