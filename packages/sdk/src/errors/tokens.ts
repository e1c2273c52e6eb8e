import { time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** The account holds too few tokens. */
export class ERC20InsufficientBalanceError extends RevertError<"ERC20InsufficientBalance"> {
  constructor(args: ArgumentsOf<"ERC20InsufficientBalance">, cause?: unknown) {
    super(
      "ERC20InsufficientBalance",
      args,
      "The account holds too few of these tokens.",
      "Choose a smaller amount, or get more first.",
      cause,
    );
  }
}

/** The contract may not take that many tokens. */
export class ERC20InsufficientAllowanceError extends RevertError<"ERC20InsufficientAllowance"> {
  constructor(args: ArgumentsOf<"ERC20InsufficientAllowance">, cause?: unknown) {
    super(
      "ERC20InsufficientAllowance",
      args,
      "The contract may not take that many tokens from this account yet.",
      "Approve the amount or sign a permit first; requirements says which.",
      cause,
    );
  }
}

/** The owner is the zero address. */
export class ERC20InvalidApproverError extends RevertError<"ERC20InvalidApprover"> {
  constructor(args: ArgumentsOf<"ERC20InvalidApprover">, cause?: unknown) {
    super(
      "ERC20InvalidApprover",
      args,
      "The zero address cannot approve anything.",
      "Name another owner.",
      cause,
    );
  }
}

/** Tokens cannot go to this address. */
export class ERC20InvalidReceiverError extends RevertError<"ERC20InvalidReceiver"> {
  constructor(args: ArgumentsOf<"ERC20InvalidReceiver">, cause?: unknown) {
    const { receiver } = args;
    super(
      "ERC20InvalidReceiver",
      args,
      `Tokens cannot be sent to ${receiver}.`,
      "Choose another receiver.",
      cause,
    );
  }
}

/** Tokens cannot come from this address. */
export class ERC20InvalidSenderError extends RevertError<"ERC20InvalidSender"> {
  constructor(args: ArgumentsOf<"ERC20InvalidSender">, cause?: unknown) {
    const { sender } = args;
    super(
      "ERC20InvalidSender",
      args,
      `Tokens cannot be sent from ${sender}.`,
      "Choose another sender.",
      cause,
    );
  }
}

/** The spender is the zero address. */
export class ERC20InvalidSpenderError extends RevertError<"ERC20InvalidSpender"> {
  constructor(args: ArgumentsOf<"ERC20InvalidSpender">, cause?: unknown) {
    super(
      "ERC20InvalidSpender",
      args,
      "The zero address cannot be allowed to spend.",
      "Choose another spender.",
      cause,
    );
  }
}

/** The permit's deadline has passed. */
export class ERC2612ExpiredSignatureError extends RevertError<"ERC2612ExpiredSignature"> {
  constructor(args: ArgumentsOf<"ERC2612ExpiredSignature">, cause?: unknown) {
    const { deadline } = args;
    super(
      "ERC2612ExpiredSignature",
      args,
      `The permit could be used until ${time(deadline)}.`,
      "Sign a new one.",
      cause,
    );
  }
}

/** The permit was not signed by the owner. */
export class ERC2612InvalidSignerError extends RevertError<"ERC2612InvalidSigner"> {
  constructor(args: ArgumentsOf<"ERC2612InvalidSigner">, cause?: unknown) {
    const { owner, signer } = args;
    super(
      "ERC2612InvalidSigner",
      args,
      `The permit was signed by ${signer} and not by its owner ${owner}.`,
      "Sign it with the owner's account.",
      cause,
    );
  }
}

/** A signed message was used already, or out of order. */
export class InvalidAccountNonceError extends RevertError<"InvalidAccountNonce"> {
  constructor(args: ArgumentsOf<"InvalidAccountNonce">, cause?: unknown) {
    const { currentNonce } = args;
    super(
      "InvalidAccountNonce",
      args,
      `This signature was made for another step of the account, which is at ${currentNonce}.`,
      "Sign again.",
      cause,
    );
  }
}

/** A token refused a transfer without saying why. */
export class SafeERC20FailedOperationError extends RevertError<"SafeERC20FailedOperation"> {
  constructor(args: ArgumentsOf<"SafeERC20FailedOperation">, cause?: unknown) {
    const { token } = args;
    super(
      "SafeERC20FailedOperation",
      args,
      `The token ${token} refused the transfer.`,
      "Check balance and allowance, then try again.",
      cause,
    );
  }
}
