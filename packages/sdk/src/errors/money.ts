import { type ArgumentsOf, RevertError } from "./revert.ts";

/** The token is not taken as money here. */
export class MoneyNotListedError extends RevertError<"MoneyNotListed"> {
  constructor(args: ArgumentsOf<"MoneyNotListed">, cause?: unknown) {
    const { money } = args;
    super(
      "MoneyNotListed",
      args,
      `The token ${money} is not taken as money here.`,
      "Choose a token that is listed.",
      cause,
    );
  }
}

/** A token takes a fee, or changes balances by itself. */
export class MoneyTransferInexactError extends RevertError<"MoneyTransferInexact"> {
  constructor(args: ArgumentsOf<"MoneyTransferInexact">, cause?: unknown) {
    const { token, expected, received } = args;
    super(
      "MoneyTransferInexact",
      args,
      `A transfer of ${expected} units of ${token} moved ${received}: it takes a fee or changes balances by itself.`,
      "Use another token.",
      cause,
    );
  }
}

/** Nothing was sent back and forth. */
export class MoneyProbeZeroError extends RevertError<"MoneyProbeZero"> {
  constructor(args: ArgumentsOf<"MoneyProbeZero">, cause?: unknown) {
    const { money } = args;
    super(
      "MoneyProbeZero",
      args,
      `Sending nothing back and forth would prove nothing about ${money}.`,
      "Give a probe of at least one unit.",
      cause,
    );
  }
}
