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

/** The treasury holds too little. */
export class TreasuryInsufficientFundsError extends RevertError<"TreasuryInsufficientFunds"> {
  constructor(args: ArgumentsOf<"TreasuryInsufficientFunds">, cause?: unknown) {
    const { available, requested } = args;
    super(
      "TreasuryInsufficientFunds",
      args,
      `The treasury holds ${amount(available)} QTI, and ${amount(requested)} were requested.`,
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
    super(
      "ERC4626ExceededMaxDeposit",
      args,
      `The vault takes at most ${amount(max)} QTI now, and ${amount(assets)} were offered.`,
      "Deposit less, or wait until a pause is over.",
      cause,
    );
  }
}

/** The vault gives fewer shares now. */
export class ERC4626ExceededMaxMintError extends RevertError<"ERC4626ExceededMaxMint"> {
  constructor(args: ArgumentsOf<"ERC4626ExceededMaxMint">, cause?: unknown) {
    const { max, shares } = args;
    super(
      "ERC4626ExceededMaxMint",
      args,
      `The vault gives at most ${amount(max, 24)} sQTI now, and ${amount(shares, 24)} were asked for.`,
      "Ask for fewer, or wait until a pause is over.",
      cause,
    );
  }
}

/** The stake is worth less. */
export class ERC4626ExceededMaxWithdrawError extends RevertError<"ERC4626ExceededMaxWithdraw"> {
  constructor(args: ArgumentsOf<"ERC4626ExceededMaxWithdraw">, cause?: unknown) {
    const { assets, max } = args;
    super(
      "ERC4626ExceededMaxWithdraw",
      args,
      `This stake is worth ${amount(max)} QTI, less than the ${amount(assets)} asked for.`,
      "Withdraw less, or redeem all shares.",
      cause,
    );
  }
}

/** The owner holds fewer shares. */
export class ERC4626ExceededMaxRedeemError extends RevertError<"ERC4626ExceededMaxRedeem"> {
  constructor(args: ArgumentsOf<"ERC4626ExceededMaxRedeem">, cause?: unknown) {
    const { max, shares } = args;
    super(
      "ERC4626ExceededMaxRedeem",
      args,
      `This account holds ${amount(max, 24)} sQTI, fewer than the ${amount(shares, 24)} to redeem.`,
      "Redeem fewer.",
      cause,
    );
  }
}
