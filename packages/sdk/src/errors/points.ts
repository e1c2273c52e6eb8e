import { inPoints, time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** Points stay where they were earned. */
export class PointsNotTransferableError extends RevertError<"PointsNotTransferable"> {
  constructor(args: ArgumentsOf<"PointsNotTransferable">, cause?: unknown) {
    super(
      "PointsNotTransferable",
      args,
      "Points cannot be sent to others: they are only earned and redeemed.",
      "Redeem them in the store.",
      cause,
    );
  }
}

/** Nobody may mint points but a channel. */
export class PointsUnknownChannelError extends RevertError<"PointsUnknownChannel"> {
  constructor(args: ArgumentsOf<"PointsUnknownChannel">, cause?: unknown) {
    const { caller } = args;
    super(
      "PointsUnknownChannel",
      args,
      `${caller} is no channel through which points are earned.`,
      "Ask the treasurer to set a quota for it.",
      cause,
    );
  }
}

/** Nobody may burn points but a redeemer. */
export class PointsNotRedeemerError extends RevertError<"PointsNotRedeemer"> {
  constructor(args: ArgumentsOf<"PointsNotRedeemer">, cause?: unknown) {
    const { caller } = args;
    super(
      "PointsNotRedeemer",
      args,
      `${caller} may not redeem points.`,
      "Redeem them through the store.",
      cause,
    );
  }
}

/** The channel has used its quota. */
export class PointsQuotaExceededError extends RevertError<"PointsQuotaExceeded"> {
  constructor(args: ArgumentsOf<"PointsQuotaExceeded">, cause?: unknown) {
    const { amount, left, resetsAt } = args;
    super(
      "PointsQuotaExceeded",
      args,
      `This would earn ${inPoints(amount)} points, and of what all people together can earn this way ${inPoints(left)} are left; more can be earned from ${time(resetsAt)}.`,
      "Nothing is lost: claim again then.",
      cause,
    );
  }
}

/** The quota does not fit. */
export class PointsInvalidQuotaError extends RevertError<"PointsInvalidQuota"> {
  constructor(args: ArgumentsOf<"PointsInvalidQuota">, cause?: unknown) {
    const { period } = args;
    super(
      "PointsInvalidQuota",
      args,
      `A quota lasts at least an hour and has fewer than 2^96 units; this one would last ${period} seconds.`,
      "Choose another limit or period.",
      cause,
    );
  }
}
