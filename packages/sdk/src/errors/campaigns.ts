import { amount as inQti, time } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** There is no such campaign. */
export class CampaignUnknownError extends RevertError<"CampaignUnknown"> {
  constructor(args: ArgumentsOf<"CampaignUnknown">, cause?: unknown) {
    const { campaignId } = args;
    super("CampaignUnknown", args, `There is no campaign ${campaignId}.`, "Check its number.", cause);
  }
}

/** The end is too near or too far. */
export class CampaignInvalidEndError extends RevertError<"CampaignInvalidEnd"> {
  constructor(args: ArgumentsOf<"CampaignInvalidEnd">, cause?: unknown) {
    const { endsAt } = args;
    super(
      "CampaignInvalidEnd",
      args,
      `The campaign would end at ${time(endsAt)}; it ends 30 to 3,650 days from now, and never earlier than said before.`,
      "Choose a date between.",
      cause,
    );
  }
}

/** The campaign has ended. */
export class CampaignOverError extends RevertError<"CampaignOver"> {
  constructor(args: ArgumentsOf<"CampaignOver">, cause?: unknown) {
    const { endsAt } = args;
    super(
      "CampaignOver",
      args,
      `This campaign ended at ${time(endsAt)}.`,
      "Nothing needs to be done; what nobody claimed returns to the treasury.",
      cause,
    );
  }
}

/** The campaign still runs. */
export class CampaignNotOverError extends RevertError<"CampaignNotOver"> {
  constructor(args: ArgumentsOf<"CampaignNotOver">, cause?: unknown) {
    const { endsAt } = args;
    super(
      "CampaignNotOver",
      args,
      `This campaign can be claimed until ${time(endsAt)}; what is left cannot return before.`,
      "Try again after that.",
      cause,
    );
  }
}

/** The rest was returned. */
export class CampaignClosedError extends RevertError<"CampaignClosed"> {
  constructor(args: ArgumentsOf<"CampaignClosed">, cause?: unknown) {
    super(
      "CampaignClosed",
      args,
      "This campaign is closed: the rest returned to the treasury.",
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** No list has taken effect. */
export class CampaignNotActiveError extends RevertError<"CampaignNotActive"> {
  constructor(args: ArgumentsOf<"CampaignNotActive">, cause?: unknown) {
    super(
      "CampaignNotActive",
      args,
      "No list of this campaign has taken effect yet.",
      "Claim when one has.",
      cause,
    );
  }
}

/** The proof does not lead to the root. */
export class CampaignInvalidProofError extends RevertError<"CampaignInvalidProof"> {
  constructor(args: ArgumentsOf<"CampaignInvalidProof">, cause?: unknown) {
    const { account } = args;
    super(
      "CampaignInvalidProof",
      args,
      `The proof does not show that ${account} gets this amount.`,
      "Get it again from the list that is in effect.",
      cause,
    );
  }
}

/** All was claimed. */
export class CampaignNothingToClaimError extends RevertError<"CampaignNothingToClaim"> {
  constructor(args: ArgumentsOf<"CampaignNothingToClaim">, cause?: unknown) {
    const { claimed } = args;
    super(
      "CampaignNothingToClaim",
      args,
      `This account has claimed all that the list gives it: ${inQti(claimed)} QTI.`,
      "Nothing needs to be done.",
      cause,
    );
  }
}

/** The list promised more than was put in. */
export class CampaignExhaustedError extends RevertError<"CampaignExhausted"> {
  constructor(args: ArgumentsOf<"CampaignExhausted">, cause?: unknown) {
    const { amount, left } = args;
    super(
      "CampaignExhausted",
      args,
      `This claim is for ${inQti(amount)} QTI, and ${inQti(left)} are left of what was put in: the list promised too much.`,
      "Tell the operator, who can put in more.",
      cause,
    );
  }
}

/** Nothing would be put in. */
export class CampaignZeroAmountError extends RevertError<"CampaignZeroAmount"> {
  constructor(args: ArgumentsOf<"CampaignZeroAmount">, cause?: unknown) {
    super(
      "CampaignZeroAmount",
      args,
      "Nothing would be put into the campaign: the amount is zero.",
      "Choose an amount above zero.",
      cause,
    );
  }
}
