import { time, word } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** There is such a market. */
export class MarketExistsError extends RevertError<"MarketExists"> {
  constructor(args: ArgumentsOf<"MarketExists">, cause?: unknown) {
    const { id } = args;
    super(
      "MarketExists",
      args,
      `There is a market with exactly these parameters: ${id}.`,
      "Use it, or choose other parameters.",
      cause,
    );
  }
}

/** There is no such market. */
export class MarketUnknownError extends RevertError<"MarketUnknown"> {
  constructor(args: ArgumentsOf<"MarketUnknown">, cause?: unknown) {
    const { id } = args;
    super("MarketUnknown", args, `There is no market ${id}.`, "Choose one of the list of markets.", cause);
  }
}

/** A parameter of a market does not fit. */
export class MarketInvalidParamsError extends RevertError<"MarketInvalidParams"> {
  constructor(args: ArgumentsOf<"MarketInvalidParams">, cause?: unknown) {
    const { field } = args;
    super(
      "MarketInvalidParams",
      args,
      `The market does not fit: ${word(field)} is not valid.`,
      "Correct it: the loan-to-value lies between 0 and 100 %, the dust is above zero, and collateral and loan token are two.",
      cause,
    );
  }
}

/** Both an amount and shares were given, or neither. */
export class MarketInvalidAmountsError extends RevertError<"MarketInvalidAmounts"> {
  constructor(args: ArgumentsOf<"MarketInvalidAmounts">, cause?: unknown) {
    const { assets, shares } = args;
    super(
      "MarketInvalidAmounts",
      args,
      `An amount of ${assets} units and ${shares} shares were given: exactly one of them is to be zero.`,
      "Say either how much, or how many shares.",
      cause,
    );
  }
}

/** Nothing would move. */
export class MarketZeroAmountError extends RevertError<"MarketZeroAmount"> {
  constructor(args: ArgumentsOf<"MarketZeroAmount">, cause?: unknown) {
    super(
      "MarketZeroAmount",
      args,
      "Nothing would move: the amount is zero.",
      "Choose an amount above zero.",
      cause,
    );
  }
}

/** It cannot go there. */
export class MarketInvalidReceiverError extends RevertError<"MarketInvalidReceiver"> {
  constructor(args: ArgumentsOf<"MarketInvalidReceiver">, cause?: unknown) {
    const { receiver } = args;
    super(
      "MarketInvalidReceiver",
      args,
      `${receiver} cannot receive this.`,
      "Choose another receiver.",
      cause,
    );
  }
}

/** The caller may not act for the account. */
export class MarketUnauthorizedError extends RevertError<"MarketUnauthorized"> {
  constructor(args: ArgumentsOf<"MarketUnauthorized">, cause?: unknown) {
    const { account, caller } = args;
    super(
      "MarketUnauthorized",
      args,
      `${caller} may not act for ${account} in the markets.`,
      "Use the account itself, or let it authorize the other one.",
      cause,
    );
  }
}

/** The market takes no more. */
export class MarketCapExceededError extends RevertError<"MarketCapExceeded"> {
  constructor(args: ArgumentsOf<"MarketCapExceeded">, cause?: unknown) {
    const { cap, total } = args;
    super(
      "MarketCapExceeded",
      args,
      `With this the market would stand at ${total} units, above its cap of ${cap}.`,
      "Choose a smaller amount, or another market.",
      cause,
    );
  }
}

/** Not so much is there. */
export class MarketNotEnoughLiquidityError extends RevertError<"MarketNotEnoughLiquidity"> {
  constructor(args: ArgumentsOf<"MarketNotEnoughLiquidity">, cause?: unknown) {
    const { available, requested } = args;
    super(
      "MarketNotEnoughLiquidity",
      args,
      `The market has ${available} units that are not lent, and ${requested} were asked for.`,
      "Take less, or wait until borrowers repay or others lend.",
      cause,
    );
  }
}

/** There is no price to borrow by. */
export class MarketNoBorrowPriceError extends RevertError<"MarketNoBorrowPrice"> {
  constructor(args: ArgumentsOf<"MarketNoBorrowPrice">, cause?: unknown) {
    super(
      "MarketNoBorrowPrice",
      args,
      "There is no current price of this collateral: nobody borrows or takes collateral out of a debt now. Repaying goes on.",
      "Wait for a new appraisal or price, or repay first.",
      cause,
    );
  }
}

/** There is no price to liquidate by. */
export class MarketNoLiquidationPriceError extends RevertError<"MarketNoLiquidationPrice"> {
  constructor(args: ArgumentsOf<"MarketNoLiquidationPrice">, cause?: unknown) {
    super(
      "MarketNoLiquidationPrice",
      args,
      "There is no price by which anybody may lose this collateral now.",
      "Wait until the oracle has one.",
      cause,
    );
  }
}

/** The debt would be too large for the collateral. */
export class MarketUnhealthyError extends RevertError<"MarketUnhealthy"> {
  constructor(args: ArgumentsOf<"MarketUnhealthy">, cause?: unknown) {
    const { debt, limit } = args;
    super(
      "MarketUnhealthy",
      args,
      `The debt would be ${debt} units, and the collateral allows ${limit}.`,
      "Borrow less, add collateral, or repay first.",
      cause,
    );
  }
}

/** The position is healthy. */
export class MarketHealthyError extends RevertError<"MarketHealthy"> {
  constructor(args: ArgumentsOf<"MarketHealthy">, cause?: unknown) {
    const { debt, limit } = args;
    super(
      "MarketHealthy",
      args,
      `This position is healthy: it owes ${debt} units and may owe ${limit}.`,
      "Nothing is to be liquidated; look at another.",
      cause,
    );
  }
}

/** Too little collateral would stand beside a debt. */
export class MarketDustError extends RevertError<"MarketDust"> {
  constructor(args: ArgumentsOf<"MarketDust">, cause?: unknown) {
    const { dust, worth } = args;
    super(
      "MarketDust",
      args,
      `The collateral beside the debt would be worth ${worth} units, less than the ${dust} of this market.`,
      "Repay all and take all, or leave more.",
      cause,
    );
  }
}

/** The position holds less. */
export class MarketExceedsPositionError extends RevertError<"MarketExceedsPosition"> {
  constructor(args: ArgumentsOf<"MarketExceedsPosition">, cause?: unknown) {
    const { most, requested } = args;
    super(
      "MarketExceedsPosition",
      args,
      `The position holds ${most}, less than the ${requested} asked for.`,
      "Ask for less, or for all of it.",
      cause,
    );
  }
}

/** All collateral goes at this loan-to-value. */
export class MarketSeizesAllError extends RevertError<"MarketSeizesAll"> {
  constructor(args: ArgumentsOf<"MarketSeizesAll">, cause?: unknown) {
    const { collateral } = args;
    super(
      "MarketSeizesAll",
      args,
      `At this loan-to-value all ${collateral} units of collateral go at once: no part of the debt can be liquidated alone.`,
      "Liquidate all of it: what is paid is less than the debt.",
      cause,
    );
  }
}

/** Shares of assets are pledged by their owner. */
export class MarketOnlyOwnerError extends RevertError<"MarketOnlyOwner"> {
  constructor(args: ArgumentsOf<"MarketOnlyOwner">, cause?: unknown) {
    const { caller, owner } = args;
    super(
      "MarketOnlyOwner",
      args,
      `Shares of tokenized assets are pledged by their owner alone, ${owner}, not by ${caller}.`,
      "Use the owner's account.",
      cause,
    );
  }
}

/** Shares of assets come back to their owner. */
export class MarketOnlyToOwnerError extends RevertError<"MarketOnlyToOwner"> {
  constructor(args: ArgumentsOf<"MarketOnlyToOwner">, cause?: unknown) {
    const { owner, receiver } = args;
    super(
      "MarketOnlyToOwner",
      args,
      `Shares of tokenized assets come back to their owner ${owner} or the account that took its place, not to ${receiver}.`,
      "Take them out to the owner.",
      cause,
    );
  }
}

/** The rules of the asset do not let the account. */
export class MarketNotPermittedError extends RevertError<"MarketNotPermitted"> {
  constructor(args: ArgumentsOf<"MarketNotPermitted">, cause?: unknown) {
    const { account, asset } = args;
    super(
      "MarketNotPermitted",
      args,
      `The rules of the asset ${asset} do not let ${account} hold or move its shares.`,
      "Renew or complete the verification, or use an account that may hold them.",
      cause,
    );
  }
}

/** The account was not recovered. */
export class MarketNotRecoveredError extends RevertError<"MarketNotRecovered"> {
  constructor(args: ArgumentsOf<"MarketNotRecovered">, cause?: unknown) {
    const { account } = args;
    super(
      "MarketNotRecovered",
      args,
      `No other account took the place of ${account}, or the market's collateral is no share of an asset.`,
      "Complete the recovery of the account first.",
      cause,
    );
  }
}

/** The authorization is over. */
export class MarketSignatureExpiredError extends RevertError<"MarketSignatureExpired"> {
  constructor(args: ArgumentsOf<"MarketSignatureExpired">, cause?: unknown) {
    const { deadline } = args;
    super(
      "MarketSignatureExpired",
      args,
      `This authorization could be submitted until ${time(deadline)}.`,
      "Sign a new one.",
      cause,
    );
  }
}

/** The authorization was used, or made for another step. */
export class MarketInvalidNonceError extends RevertError<"MarketInvalidNonce"> {
  constructor(args: ArgumentsOf<"MarketInvalidNonce">, cause?: unknown) {
    const { authorizer, expected, given } = args;
    super(
      "MarketInvalidNonce",
      args,
      `This authorization of ${authorizer} was made for step ${given}, and it is at ${expected}.`,
      "Sign a new one.",
      cause,
    );
  }
}

/** The account did not sign this. */
export class MarketInvalidSignerError extends RevertError<"MarketInvalidSigner"> {
  constructor(args: ArgumentsOf<"MarketInvalidSigner">, cause?: unknown) {
    const { signer } = args;
    super(
      "MarketInvalidSigner",
      args,
      `${signer} did not sign this authorization.`,
      "Let it sign again, and submit it unchanged.",
      cause,
    );
  }
}

/** An oracle or rate model is not on the list. */
export class MarketNotListedError extends RevertError<"MarketNotListed"> {
  constructor(args: ArgumentsOf<"MarketNotListed">, cause?: unknown) {
    const { part } = args;
    super(
      "MarketNotListed",
      args,
      `${part} is not on the list of oracles and rate models.`,
      "Let RISK list it first.",
      cause,
    );
  }
}

/** A term of a rate model is out of its bounds. */
export class RateInvalidTermsError extends RevertError<"RateInvalidTerms"> {
  constructor(args: ArgumentsOf<"RateInvalidTerms">, cause?: unknown) {
    const { field } = args;
    super(
      "RateInvalidTerms",
      args,
      `The rate model does not fit: ${word(field)} is out of its bounds.`,
      "Correct it and deploy it again.",
      cause,
    );
  }
}

/** The oracle does not know the pair. */
export class OraclePairUnknownError extends RevertError<"OraclePairUnknown"> {
  constructor(args: ArgumentsOf<"OraclePairUnknown">, cause?: unknown) {
    const { collateral, loanToken } = args;
    super(
      "OraclePairUnknown",
      args,
      `The oracle has no price of ${collateral} in ${loanToken}.`,
      "Name the oracle of this pair; an asset has to be appraised once first.",
      cause,
    );
  }
}

/** The asset cannot be appraised. */
export class AppraisalUnknownAssetError extends RevertError<"AppraisalUnknownAsset"> {
  constructor(args: ArgumentsOf<"AppraisalUnknownAsset">, cause?: unknown) {
    const { asset } = args;
    super(
      "AppraisalUnknownAsset",
      args,
      `${asset} is no asset of QTI, or RISK has set no terms for its appraisals.`,
      "Let RISK set its terms first.",
      cause,
    );
  }
}

/** A term of appraisals is out of its bounds. */
export class AppraisalInvalidTermsError extends RevertError<"AppraisalInvalidTerms"> {
  constructor(args: ArgumentsOf<"AppraisalInvalidTerms">, cause?: unknown) {
    const { field } = args;
    super(
      "AppraisalInvalidTerms",
      args,
      `The terms do not fit: ${word(field)}; a price moves by 0.01 to 20 % a day, and an appraisal is good for at most 730 days.`,
      "Correct it and try again.",
      cause,
    );
  }
}

/** An appraisal is out of its bounds. */
export class AppraisalInvalidValueError extends RevertError<"AppraisalInvalidValue"> {
  constructor(args: ArgumentsOf<"AppraisalInvalidValue">, cause?: unknown) {
    const { value } = args;
    super(
      "AppraisalInvalidValue",
      args,
      `A value of ${value} millionths of a dollar cannot be recorded: it is above zero and below 2^96.`,
      "Correct it and try again.",
      cause,
    );
  }
}

/** A term of a feed is out of its bounds. */
export class FeedInvalidTermsError extends RevertError<"FeedInvalidTerms"> {
  constructor(args: ArgumentsOf<"FeedInvalidTerms">, cause?: unknown) {
    const { field } = args;
    super(
      "FeedInvalidTerms",
      args,
      `The oracle does not fit: ${word(field)} is not valid.`,
      "Correct it and deploy it again.",
      cause,
    );
  }
}

/** The test feed is set by another account. */
export class TestFeedOnlySetterError extends RevertError<"TestFeedOnlySetter"> {
  constructor(args: ArgumentsOf<"TestFeedOnlySetter">, cause?: unknown) {
    const { caller } = args;
    super(
      "TestFeedOnlySetter",
      args,
      `${caller} may not set the test feed.`,
      "Use the account that the deployment names as appraiser.",
      cause,
    );
  }
}

/** Only the markets may call it. */
export class LiquidatorOnlyMarketsError extends RevertError<"LiquidatorOnlyMarkets"> {
  constructor(args: ArgumentsOf<"LiquidatorOnlyMarkets">, cause?: unknown) {
    const { caller } = args;
    super(
      "LiquidatorOnlyMarkets",
      args,
      `Only the lending markets may call a liquidator back, not ${caller}.`,
      "Use `liquidateByContract`.",
      cause,
    );
  }
}

/** A liquidation would bring too little. */
export class LiquidatorSeizedTooLittleError extends RevertError<"LiquidatorSeizedTooLittle"> {
  constructor(args: ArgumentsOf<"LiquidatorSeizedTooLittle">, cause?: unknown) {
    const { minSeized, seized } = args;
    super(
      "LiquidatorSeizedTooLittle",
      args,
      `The liquidation would bring ${seized} units of collateral, fewer than the ${minSeized} asked for: the price moved, or somebody was faster.`,
      "Look at the position again.",
      cause,
    );
  }
}
