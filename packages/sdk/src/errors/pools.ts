import { inPoolShares } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** A ticket is for a whole share at least. */
export class SeniorSharesTooFewError extends RevertError<"SeniorSharesTooFew"> {
  constructor(args: ArgumentsOf<"SeniorSharesTooFew">, cause?: unknown) {
    const { least, shares } = args;
    super(
      "SeniorSharesTooFew",
      args,
      `A place in the queue is for ${inPoolShares(least)} shares at least, and ${inPoolShares(shares)} were given.`,
      "Queue more, or keep them.",
      cause,
    );
  }
}

/** The ticket is another's. */
export class SeniorNotTicketOwnerError extends RevertError<"SeniorNotTicketOwner"> {
  constructor(args: ArgumentsOf<"SeniorNotTicketOwner">, cause?: unknown) {
    const { caller, ticket } = args;
    super(
      "SeniorNotTicketOwner",
      args,
      `Ticket ${ticket} of the queue is not of ${caller}, or was done.`,
      "Use the account that queued.",
      cause,
    );
  }
}

/** Nobody in the queue can be paid now. */
export class SeniorNothingToServeError extends RevertError<"SeniorNothingToServe"> {
  constructor(args: ArgumentsOf<"SeniorNothingToServe">, cause?: unknown) {
    super(
      "SeniorNothingToServe",
      args,
      "Nobody waits in the queue, or there is no cash to pay anyone.",
      "Try again when somebody has repaid.",
      cause,
    );
  }
}

/** Nothing was paid for the account. */
export class SeniorNothingToClaimError extends RevertError<"SeniorNothingToClaim"> {
  constructor(args: ArgumentsOf<"SeniorNothingToClaim">, cause?: unknown) {
    const { owner } = args;
    super(
      "SeniorNothingToClaim",
      args,
      `Nothing waits for ${owner}: its tickets were not served yet, or it claimed all.`,
      "Wait for the queue.",
      cause,
    );
  }
}

/** Nothing would be done: no shares were given. */
export class FirstLossZeroSharesError extends RevertError<"FirstLossZeroShares"> {
  constructor(args: ArgumentsOf<"FirstLossZeroShares">, cause?: unknown) {
    super(
      "FirstLossZeroShares",
      args,
      "Nothing would happen: no shares were given.",
      "Choose more than zero shares.",
      cause,
    );
  }
}

/** No notice was given. */
export class FirstLossNoNoticeError extends RevertError<"FirstLossNoNotice"> {
  constructor(args: ArgumentsOf<"FirstLossNoNotice">, cause?: unknown) {
    const { owner } = args;
    super(
      "FirstLossNoNotice",
      args,
      `${owner} has no shares under notice.`,
      "Give notice first; it takes 60 days.",
      cause,
    );
  }
}
