import { amount as inQti, time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** The treasury holds too little. */
export class TreasuryInsufficientFundsError extends RevertError<"TreasuryInsufficientFunds"> {
  constructor(args: ArgumentsOf<"TreasuryInsufficientFunds">, cause?: unknown) {
    const { available, requested } = args;
    super(
      "TreasuryInsufficientFunds",
      args,
      `The treasury holds ${inQti(available)} QTI, and ${inQti(requested)} were requested.`,
      "Request less.",
      cause,
    );
  }
}

/** Rewards may not be streamed there. */
export class TreasuryStreamNotListedError extends RevertError<"TreasuryStreamNotListed"> {
  constructor(args: ArgumentsOf<"TreasuryStreamNotListed">, cause?: unknown) {
    const { target } = args;
    super(
      "TreasuryStreamNotListed",
      args,
      `Rewards may not be streamed into ${target}, which is not listed.`,
      "List it first, or choose the vault.",
      cause,
    );
  }
}

/** The contract has no budget. */
export class TreasuryUnknownSpenderError extends RevertError<"TreasuryUnknownSpender"> {
  constructor(args: ArgumentsOf<"TreasuryUnknownSpender">, cause?: unknown) {
    const { caller } = args;
    super(
      "TreasuryUnknownSpender",
      args,
      `${caller} has no budget in the rewards treasury.`,
      "Ask the treasurer to set one.",
      cause,
    );
  }
}

/** The budget of this period is used. */
export class TreasuryBudgetExceededError extends RevertError<"TreasuryBudgetExceeded"> {
  constructor(args: ArgumentsOf<"TreasuryBudgetExceeded">, cause?: unknown) {
    const { amount, left, resetsAt } = args;
    super(
      "TreasuryBudgetExceeded",
      args,
      `This would pay ${inQti(amount)} QTI, and the budget of this period has ${inQti(left)} left; a new one begins at ${time(resetsAt)}.`,
      "Take less, or try again then.",
      cause,
    );
  }
}

/** The budget does not fit. */
export class TreasuryInvalidBudgetError extends RevertError<"TreasuryInvalidBudget"> {
  constructor(args: ArgumentsOf<"TreasuryInvalidBudget">, cause?: unknown) {
    const { period } = args;
    super(
      "TreasuryInvalidBudget",
      args,
      `A budget lasts at least an hour and has fewer than 2^96 units; this one would last ${period} seconds.`,
      "Choose another limit or period.",
      cause,
    );
  }
}
