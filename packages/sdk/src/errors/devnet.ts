import { time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** The faucet gives once a day. */
export class FaucetTooSoonError extends RevertError<"FaucetTooSoon"> {
  constructor(args: ArgumentsOf<"FaucetTooSoon">, cause?: unknown) {
    const { availableAt } = args;
    super(
      "FaucetTooSoon",
      args,
      `The faucet gives once a day; for this account again at ${time(availableAt)}.`,
      "Come back then.",
      cause,
    );
  }
}

/** The desk admits accounts verified with tier 2. */
export class DemoDeskNotVerifiedError extends RevertError<"DemoDeskNotVerified"> {
  constructor(args: ArgumentsOf<"DemoDeskNotVerified">, cause?: unknown) {
    super(
      "DemoDeskNotVerified",
      args,
      "Only accounts verified with tier 2 or higher can become issuers.",
      "Verify this account with a higher tier first.",
      cause,
    );
  }
}
