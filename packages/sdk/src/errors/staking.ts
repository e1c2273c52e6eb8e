import { amount, time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** Only the treasury may announce rewards. */
export class StakingOnlyTreasuryError extends RevertError<"StakingOnlyTreasury"> {
  constructor(args: ArgumentsOf<"StakingOnlyTreasury">, cause?: unknown) {
    super(
      "StakingOnlyTreasury",
      args,
      "Only the rewards treasury may announce rewards.",
      "Fund the stream through the treasury.",
      cause,
    );
  }
}

/** Deposits are paused. */
export class StakingPausedError extends RevertError<"StakingPaused"> {
  constructor(args: ArgumentsOf<"StakingPaused">, cause?: unknown) {
    const { until } = args;
    super(
      "StakingPaused",
      args,
      `Staking is paused until ${time(until)}; withdrawing is not.`,
      "Try again after that.",
      cause,
    );
  }
}

/** Rewards were announced that did not arrive. */
export class StakingRewardNotReceivedError extends RevertError<"StakingRewardNotReceived"> {
  constructor(args: ArgumentsOf<"StakingRewardNotReceived">, cause?: unknown) {
    const { expected, received } = args;
    super(
      "StakingRewardNotReceived",
      args,
      `${amount(expected)} QTI of rewards were announced and ${amount(received)} arrived.`,
      "Transfer the rewards first.",
      cause,
    );
  }
}

/** The deposit would give fewer shares than asked for. */
export class StakingSharesBelowMinimumError extends RevertError<"StakingSharesBelowMinimum"> {
  constructor(args: ArgumentsOf<"StakingSharesBelowMinimum">, cause?: unknown) {
    const { minShares, shares } = args;
    super(
      "StakingSharesBelowMinimum",
      args,
      `The deposit would give ${amount(shares, 24)} sQTI, fewer than the ${amount(minShares, 24)} asked for.`,
      "Accept fewer, or deposit more.",
      cause,
    );
  }
}

/** Nothing would be staked, withdrawn or paid. */
export class StakingZeroAmountError extends RevertError<"StakingZeroAmount"> {
  constructor(args: ArgumentsOf<"StakingZeroAmount">, cause?: unknown) {
    super(
      "StakingZeroAmount",
      args,
      "Nothing would be staked or withdrawn: the amount is zero.",
      "Choose an amount above zero.",
      cause,
    );
  }
}

/** There is no such lock. */
export class StakingUnknownLockError extends RevertError<"StakingUnknownLock"> {
  constructor(args: ArgumentsOf<"StakingUnknownLock">, cause?: unknown) {
    const { count, lock } = args;
    super(
      "StakingUnknownLock",
      args,
      `There is no lock number ${lock}; there are ${count}, counted from 0.`,
      "Choose one of them.",
      cause,
    );
  }
}

/** There is no such position. */
export class StakingUnknownPositionError extends RevertError<"StakingUnknownPosition"> {
  constructor(args: ArgumentsOf<"StakingUnknownPosition">, cause?: unknown) {
    const { positionId } = args;
    super("StakingUnknownPosition", args, `There is no position ${positionId}.`, "Check its number.", cause);
  }
}

/** The position is another's. */
export class StakingNotOwnerError extends RevertError<"StakingNotOwner"> {
  constructor(args: ArgumentsOf<"StakingNotOwner">, cause?: unknown) {
    const { positionId } = args;
    super(
      "StakingNotOwner",
      args,
      `Position ${positionId} belongs to another account.`,
      "Use the account that opened it.",
      cause,
    );
  }
}

/** The position holds less. */
export class StakingExceedsPositionError extends RevertError<"StakingExceedsPosition"> {
  constructor(args: ArgumentsOf<"StakingExceedsPosition">, cause?: unknown) {
    const { amount: held, positionId, requested } = args;
    super(
      "StakingExceedsPosition",
      args,
      `Position ${positionId} holds ${amount(held)} QTI, less than the ${amount(requested)} asked for.`,
      "Withdraw less.",
      cause,
    );
  }
}

/** The position has no multiplier to end. */
export class StakingNothingToPokeError extends RevertError<"StakingNothingToPoke"> {
  constructor(args: ArgumentsOf<"StakingNothingToPoke">, cause?: unknown) {
    const { positionId } = args;
    super(
      "StakingNothingToPoke",
      args,
      `Position ${positionId} has no multiplier that could end now: its lock still runs, or it ended before.`,
      "Wait until its lock is over; otherwise nothing needs to be done.",
      cause,
    );
  }
}

/** QTI cannot be given to this address. */
export class QtiInvalidHolderError extends RevertError<"QtiInvalidHolder"> {
  constructor(args: ArgumentsOf<"QtiInvalidHolder">, cause?: unknown) {
    const { holder } = args;
    super(
      "QtiInvalidHolder",
      args,
      `The QTI supply cannot be given to ${holder}.`,
      "Name another holder.",
      cause,
    );
  }
}

/** The vault takes less now. */
export class ERC4626ExceededMaxDepositError extends RevertError<"ERC4626ExceededMaxDeposit"> {
  constructor(args: ArgumentsOf<"ERC4626ExceededMaxDeposit">, cause?: unknown) {
    const { assets, max } = args;
    // Several vaults say it, each with decimals of its own.
    const details = `At most ${max} units, and ${assets} were given.`;
    super(
      "ERC4626ExceededMaxDeposit",
      args,
      "The vault or pool takes fewer deposits now than were offered.",
      "Deposit less, or wait until deposits are open again.",
      cause,
      details,
    );
  }
}

/** The vault gives fewer shares now. */
export class ERC4626ExceededMaxMintError extends RevertError<"ERC4626ExceededMaxMint"> {
  constructor(args: ArgumentsOf<"ERC4626ExceededMaxMint">, cause?: unknown) {
    const { max, shares } = args;
    // Several vaults say it, each with decimals of its own.
    const details = `At most ${max} units, and ${shares} were given.`;
    super(
      "ERC4626ExceededMaxMint",
      args,
      "The vault or pool gives fewer shares now than were asked for.",
      "Ask for fewer, or wait until deposits are open again.",
      cause,
      details,
    );
  }
}

/** The stake is worth less. */
export class ERC4626ExceededMaxWithdrawError extends RevertError<"ERC4626ExceededMaxWithdraw"> {
  constructor(args: ArgumentsOf<"ERC4626ExceededMaxWithdraw">, cause?: unknown) {
    const { assets, max } = args;
    // Several vaults say it, each with decimals of its own.
    const details = `At most ${max} units, and ${assets} were given.`;
    super(
      "ERC4626ExceededMaxWithdraw",
      args,
      "Less can be withdrawn from this account now than was asked for.",
      "Withdraw less: what it holds, and what is free to leave, is the limit.",
      cause,
      details,
    );
  }
}

/** The owner holds fewer shares. */
export class ERC4626ExceededMaxRedeemError extends RevertError<"ERC4626ExceededMaxRedeem"> {
  constructor(args: ArgumentsOf<"ERC4626ExceededMaxRedeem">, cause?: unknown) {
    const { max, shares } = args;
    // Several vaults say it, each with decimals of its own.
    const details = `At most ${max} units, and ${shares} were given.`;
    super(
      "ERC4626ExceededMaxRedeem",
      args,
      "Fewer shares of this account can be redeemed now than were asked for.",
      "Redeem fewer: what it holds, and what is free to leave, is the limit.",
      cause,
      details,
    );
  }
}
