import { time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** What this would begin is paused. */
export class PauseActiveError extends RevertError<"PauseActive"> {
  constructor(args: ArgumentsOf<"PauseActive">, cause?: unknown) {
    const { until } = args;
    super(
      "PauseActive",
      args,
      `This is paused until ${time(until)}; what is yours can still leave.`,
      "Try again after that.",
      cause,
    );
  }
}
