import { amount, time, word } from "./format.ts";
import { type ArgumentsOf, RevertError } from "./revert.ts";

/** States of an asset as sentences name them, in the order of the contracts' enum. */
const states = ["not known", "a draft", "active", "matured", "retired"];

/** Limits of the terms' fields, as the registry checks them. */
const limits: { [field: string]: string | undefined } = {
  name: " has 1 to 64 bytes",
  symbol: " has 1 to 12 bytes",
  jurisdiction: " is an ISO 3166-1 number from 1 to 999",
  shares: " are at least 1 and below 2^128 with 18 decimals",
  valuation: " is above zero",
  metadataURI: " starts with data:application/json, and has at most 8,192 bytes",
  documentsRoot: " is not zero",
  rules: " of the new module exist",
  salt: " is one that this issuer has not used",
};

/** Limits of the rules, as the compliance module checks them. */
const ruleLimits: { [field: string]: string | undefined } = {
  asset: " is one that the registry knows",
  minTier: " is from 1 to 3",
  lockedUntil: " lies within the longest lock-up",
  country: " is an ISO 3166-1 number from 1 to 999",
};

/** No asset has this address. */
export class AssetUnknownError extends RevertError<"AssetUnknown"> {
  constructor(args: ArgumentsOf<"AssetUnknown">, cause?: unknown) {
    const { asset } = args;
    super("AssetUnknown", args, `There is no asset at ${asset}.`, "Check the address.", cause);
  }
}

/** Only the issuer may do this. */
export class AssetNotIssuerError extends RevertError<"AssetNotIssuer"> {
  constructor(args: ArgumentsOf<"AssetNotIssuer">, cause?: unknown) {
    super(
      "AssetNotIssuer",
      args,
      "Only the issuer of this asset may do this.",
      "Use the issuer's account.",
      cause,
    );
  }
}

/** The asset is in a state that does not allow this. */
export class AssetWrongStateError extends RevertError<"AssetWrongState"> {
  constructor(args: ArgumentsOf<"AssetWrongState">, cause?: unknown) {
    const { state } = args;
    super(
      "AssetWrongState",
      args,
      `This asset is ${states[state] ?? `in state ${state}`}, which does not allow this.`,
      "A draft can be changed or activated, an active asset transferred, a matured one redeemed.",
      cause,
    );
  }
}

/** A field of the terms is outside its limits. */
export class AssetInvalidTermsError extends RevertError<"AssetInvalidTerms"> {
  constructor(args: ArgumentsOf<"AssetInvalidTerms">, cause?: unknown) {
    const { field } = args;
    super(
      "AssetInvalidTerms",
      args,
      `The terms do not fit: ${word(field)}${limits[word(field)] ?? " is not valid"}.`,
      "Correct it and try again.",
      cause,
    );
  }
}

/** The issuer is not verified. */
export class AssetIssuerNotVerifiedError extends RevertError<"AssetIssuerNotVerified"> {
  constructor(args: ArgumentsOf<"AssetIssuerNotVerified">, cause?: unknown) {
    super("AssetIssuerNotVerified", args, "The issuer's account is not verified.", "Verify it first.", cause);
  }
}

/** The compliance module is not listed. */
export class AssetModuleNotAllowedError extends RevertError<"AssetModuleNotAllowed"> {
  constructor(args: ArgumentsOf<"AssetModuleNotAllowed">, cause?: unknown) {
    const { module } = args;
    super(
      "AssetModuleNotAllowed",
      args,
      `The compliance module ${module} is not listed.`,
      "Use the module of the deployment.",
      cause,
    );
  }
}

/** The asset still has shares. */
export class AssetSupplyNotZeroError extends RevertError<"AssetSupplyNotZero"> {
  constructor(args: ArgumentsOf<"AssetSupplyNotZero">, cause?: unknown) {
    const { supply } = args;
    super(
      "AssetSupplyNotZero",
      args,
      `There are still ${amount(supply)} shares of this asset; it can only be retired at zero.`,
      "Redeem or burn them first.",
      cause,
    );
  }
}

/** Only the registry may call this. */
export class AssetTokenOnlyRegistryError extends RevertError<"AssetTokenOnlyRegistry"> {
  constructor(args: ArgumentsOf<"AssetTokenOnlyRegistry">, cause?: unknown) {
    super(
      "AssetTokenOnlyRegistry",
      args,
      "Only the asset registry may do this to a share token.",
      "Call the registry instead.",
      cause,
    );
  }
}

/** Transfers of the asset are paused. */
export class AssetTokenPausedError extends RevertError<"AssetTokenPaused"> {
  constructor(args: ArgumentsOf<"AssetTokenPaused">, cause?: unknown) {
    const { until } = args;
    super(
      "AssetTokenPaused",
      args,
      `Transfers of this asset are paused until ${time(until)}.`,
      "Try again after that.",
      cause,
    );
  }
}

/** The asset is not in circulation. */
export class AssetTokenNotActiveError extends RevertError<"AssetTokenNotActive"> {
  constructor(args: ArgumentsOf<"AssetTokenNotActive">, cause?: unknown) {
    super(
      "AssetTokenNotActive",
      args,
      "This asset is not in circulation.",
      "Wait until it is active; matured shares can only be redeemed.",
      cause,
    );
  }
}

/** Sender and receiver of a forced transfer are the same, or nobody. */
export class AssetTokenInvalidForcedTransferError extends RevertError<"AssetTokenInvalidForcedTransfer"> {
  constructor(args: ArgumentsOf<"AssetTokenInvalidForcedTransfer">, cause?: unknown) {
    super(
      "AssetTokenInvalidForcedTransfer",
      args,
      "A forced transfer needs two different accounts.",
      "Name another receiver.",
      cause,
    );
  }
}

/** The frozen amount changed in the meantime. */
export class AssetTokenFrozenChangedError extends RevertError<"AssetTokenFrozenChanged"> {
  constructor(args: ArgumentsOf<"AssetTokenFrozenChanged">, cause?: unknown) {
    const { actual, expected } = args;
    super(
      "AssetTokenFrozenChanged",
      args,
      `${amount(actual)} shares are frozen now, not ${amount(expected)}.`,
      "Look again, then decide.",
      cause,
    );
  }
}

/** Only the registry may set the first rules. */
export class ComplianceOnlyRegistryError extends RevertError<"ComplianceOnlyRegistry"> {
  constructor(args: ArgumentsOf<"ComplianceOnlyRegistry">, cause?: unknown) {
    super(
      "ComplianceOnlyRegistry",
      args,
      "Only the asset registry may set the first rules of an asset.",
      "Tokenize the asset through the registry.",
      cause,
    );
  }
}

/** The desk may only tighten rules. */
export class ComplianceNotTighterError extends RevertError<"ComplianceNotTighter"> {
  constructor(args: ArgumentsOf<"ComplianceNotTighter">, cause?: unknown) {
    const { field } = args;
    super(
      "ComplianceNotTighter",
      args,
      `The rule ${word(field)} would become looser, and the compliance desk may only tighten.`,
      "Ask the compliance force, which may loosen after its delay.",
      cause,
    );
  }
}

/** A rule is outside its limits. */
export class ComplianceInvalidRulesError extends RevertError<"ComplianceInvalidRules"> {
  constructor(args: ArgumentsOf<"ComplianceInvalidRules">, cause?: unknown) {
    const { field } = args;
    super(
      "ComplianceInvalidRules",
      args,
      `The rules do not fit: ${word(field)}${ruleLimits[word(field)] ?? " is not valid"}.`,
      "Correct it and try again.",
      cause,
    );
  }
}

/** The sender may not send shares. */
export class ERC7943CannotSendError extends RevertError<"ERC7943CannotSend"> {
  constructor(args: ArgumentsOf<"ERC7943CannotSend">, cause?: unknown) {
    const { account } = args;
    super(
      "ERC7943CannotSend",
      args,
      `${account} may not send shares: not verified, frozen, revoked or retired.`,
      "Verify the account, or contact the compliance desk.",
      cause,
    );
  }
}

/** The receiver may not hold shares. */
export class ERC7943CannotReceiveError extends RevertError<"ERC7943CannotReceive"> {
  constructor(args: ArgumentsOf<"ERC7943CannotReceive">, cause?: unknown) {
    const { account } = args;
    super(
      "ERC7943CannotReceive",
      args,
      `${account} may not receive shares of this asset: not verified, expired, frozen, of a lower tier or in a blocked country.`,
      "Ask the receiver to verify the account, or choose another.",
      cause,
    );
  }
}

/** A rule of the asset refuses. */
export class ERC7943CannotTransferError extends RevertError<"ERC7943CannotTransfer"> {
  constructor(args: ArgumentsOf<"ERC7943CannotTransfer">, cause?: unknown) {
    const { amount: value } = args;
    super(
      "ERC7943CannotTransfer",
      args,
      `A rule of this asset refuses to move ${amount(value)} shares: its lock-up, its number of holders or its limit a person.`,
      "Ask transferRefusal which one.",
      cause,
    );
  }
}

/** Part of the shares is frozen. */
export class ERC7943InsufficientUnfrozenBalanceError extends RevertError<"ERC7943InsufficientUnfrozenBalance"> {
  constructor(args: ArgumentsOf<"ERC7943InsufficientUnfrozenBalance">, cause?: unknown) {
    const { unfrozen, amount: value } = args;
    super(
      "ERC7943InsufficientUnfrozenBalance",
      args,
      `${amount(unfrozen)} shares are free to move, and ${amount(value)} are needed.`,
      "Send fewer shares.",
      cause,
    );
  }
}

/** No account took this one's place. */
export class AssetTokenNotRecoveredError extends RevertError<"AssetTokenNotRecovered"> {
  constructor(args: ArgumentsOf<"AssetTokenNotRecovered">, cause?: unknown) {
    const { account } = args;
    super(
      "AssetTokenNotRecovered",
      args,
      `The account ${account} was not recovered, so its shares stay where they are.`,
      "Complete the recovery of the account first.",
      cause,
    );
  }
}

/** The issuer is who it was. */
export class AssetIssuerNotRecoveredError extends RevertError<"AssetIssuerNotRecovered"> {
  constructor(args: ArgumentsOf<"AssetIssuerNotRecovered">, cause?: unknown) {
    const { issuer } = args;
    super(
      "AssetIssuerNotRecovered",
      args,
      `The issuer ${issuer} was not recovered, so the asset has no other.`,
      "Complete the recovery of the account first.",
      cause,
    );
  }
}

/** Shares are redeemed where their money is. */
export class AssetOnlyRedemptionError extends RevertError<"AssetOnlyRedemption"> {
  constructor(args: ArgumentsOf<"AssetOnlyRedemption">, cause?: unknown) {
    super(
      "AssetOnlyRedemption",
      args,
      "Only the redemption contract may burn shares for those who redeem.",
      "Redeem there.",
      cause,
    );
  }
}
