import { type ArgumentsOf, RevertError } from "./revert.ts";

/** The account does not hold the role. */
export class AccessManagedUnauthorizedError extends RevertError<"AccessManagedUnauthorized"> {
  constructor(args: ArgumentsOf<"AccessManagedUnauthorized">, cause?: unknown) {
    super(
      "AccessManagedUnauthorized",
      args,
      "This account does not hold the role that this needs.",
      "Use an account that holds it, or ask an administrator for it.",
      cause,
    );
  }
}

/** The role may do this only after a delay. */
export class AccessManagedRequiredDelayError extends RevertError<"AccessManagedRequiredDelay"> {
  constructor(args: ArgumentsOf<"AccessManagedRequiredDelay">, cause?: unknown) {
    const { delay } = args;
    super(
      "AccessManagedRequiredDelay",
      args,
      `This account may do this only after a delay of ${delay} seconds.`,
      "Schedule it, then do it when the delay has passed.",
      cause,
    );
  }
}

/** The new authority is no contract. */
export class AccessManagedInvalidAuthorityError extends RevertError<"AccessManagedInvalidAuthority"> {
  constructor(args: ArgumentsOf<"AccessManagedInvalidAuthority">, cause?: unknown) {
    super(
      "AccessManagedInvalidAuthority",
      args,
      "The new authority holds no code.",
      "Give the address of an access manager.",
      cause,
    );
  }
}

/** The operation is scheduled already. */
export class AccessManagerAlreadyScheduledError extends RevertError<"AccessManagerAlreadyScheduled"> {
  constructor(args: ArgumentsOf<"AccessManagerAlreadyScheduled">, cause?: unknown) {
    super(
      "AccessManagerAlreadyScheduled",
      args,
      "This is already scheduled.",
      "Wait for its time, or cancel it first.",
      cause,
    );
  }
}

/** A role can be given up only by naming the caller. */
export class AccessManagerBadConfirmationError extends RevertError<"AccessManagerBadConfirmation"> {
  constructor(args: ArgumentsOf<"AccessManagerBadConfirmation">, cause?: unknown) {
    super(
      "AccessManagerBadConfirmation",
      args,
      "The confirmation does not name the caller.",
      "Give the account that gives up the role.",
      cause,
    );
  }
}

/** The scheduled operation was not done within a week of its time. */
export class AccessManagerExpiredError extends RevertError<"AccessManagerExpired"> {
  constructor(args: ArgumentsOf<"AccessManagerExpired">, cause?: unknown) {
    super(
      "AccessManagerExpired",
      args,
      "This was scheduled, and its week has passed.",
      "Schedule it again.",
      cause,
    );
  }
}

/** The first administrator is the zero address. */
export class AccessManagerInvalidInitialAdminError extends RevertError<"AccessManagerInvalidInitialAdmin"> {
  constructor(args: ArgumentsOf<"AccessManagerInvalidInitialAdmin">, cause?: unknown) {
    super(
      "AccessManagerInvalidInitialAdmin",
      args,
      "The first administrator cannot be the zero address.",
      "Give another address.",
      cause,
    );
  }
}

/** The function's role cannot be changed. */
export class AccessManagerLockedFunctionError extends RevertError<"AccessManagerLockedFunction"> {
  constructor(args: ArgumentsOf<"AccessManagerLockedFunction">, cause?: unknown) {
    super(
      "AccessManagerLockedFunction",
      args,
      "The role of this function is locked.",
      "Choose another function.",
      cause,
    );
  }
}

/** The role cannot be changed. */
export class AccessManagerLockedRoleError extends RevertError<"AccessManagerLockedRole"> {
  constructor(args: ArgumentsOf<"AccessManagerLockedRole">, cause?: unknown) {
    const { roleId } = args;
    super("AccessManagerLockedRole", args, `Role ${roleId} is locked.`, "Choose another role.", cause);
  }
}

/** The delay of a scheduled operation has not passed. */
export class AccessManagerNotReadyError extends RevertError<"AccessManagerNotReady"> {
  constructor(args: ArgumentsOf<"AccessManagerNotReady">, cause?: unknown) {
    super(
      "AccessManagerNotReady",
      args,
      "This is scheduled, and its delay has not passed.",
      "Wait until its time, then do it.",
      cause,
    );
  }
}

/** A role with a delay must schedule first. */
export class AccessManagerNotScheduledError extends RevertError<"AccessManagerNotScheduled"> {
  constructor(args: ArgumentsOf<"AccessManagerNotScheduled">, cause?: unknown) {
    super(
      "AccessManagerNotScheduled",
      args,
      "This must be scheduled first, and its delay must pass.",
      "Schedule it, then do it when the delay has passed.",
      cause,
    );
  }
}

/** The account does not hold the role. */
export class AccessManagerUnauthorizedAccountError extends RevertError<"AccessManagerUnauthorizedAccount"> {
  constructor(args: ArgumentsOf<"AccessManagerUnauthorizedAccount">, cause?: unknown) {
    const { roleId } = args;
    super(
      "AccessManagerUnauthorizedAccount",
      args,
      `This account does not hold role ${roleId}, which this needs.`,
      "Use an account that holds it, or ask an administrator for it.",
      cause,
    );
  }
}

/** The account may not make this call. */
export class AccessManagerUnauthorizedCallError extends RevertError<"AccessManagerUnauthorizedCall"> {
  constructor(args: ArgumentsOf<"AccessManagerUnauthorizedCall">, cause?: unknown) {
    const { selector, target } = args;
    super(
      "AccessManagerUnauthorizedCall",
      args,
      `This account may not call ${selector} of ${target}.`,
      "Use an account that holds the role for it.",
      cause,
    );
  }
}

/** The account may not cancel the operation. */
export class AccessManagerUnauthorizedCancelError extends RevertError<"AccessManagerUnauthorizedCancel"> {
  constructor(args: ArgumentsOf<"AccessManagerUnauthorizedCancel">, cause?: unknown) {
    const { caller } = args;
    super(
      "AccessManagerUnauthorizedCancel",
      args,
      `This account may not cancel what ${caller} scheduled.`,
      "Use the account that scheduled it, or a guardian's.",
      cause,
    );
  }
}

/** Only the target may consume a schedule. */
export class AccessManagerUnauthorizedConsumeError extends RevertError<"AccessManagerUnauthorizedConsume"> {
  constructor(args: ArgumentsOf<"AccessManagerUnauthorizedConsume">, cause?: unknown) {
    const { target } = args;
    super(
      "AccessManagerUnauthorizedConsume",
      args,
      `Only ${target} itself may use up its schedule.`,
      "Call the target instead.",
      cause,
    );
  }
}
