import type { Refusal } from "@qti/sdk";

/** What stands between an account and shares of an asset, said to its owner. */
export type Eligibility = {
  /** `undefined` where nothing does. */
  because?: string;
  next?: string;
  /** The identity page is where to go. */
  verify?: boolean;
};

const renew = "Renew the verification on the identity page.";

/**
 * What a refusal of one share unit from the issuer means for who would receive it. What is about the sender is about the
 * issuer here, and about quantity nothing is refused but the number of holders.
 */
export const eligibilityWords: { readonly [refusal in Refusal]: Eligibility } = {
  none: {},
  insufficientUnfrozen: {},
  senderUnknown: { because: "The issuer is not verified.", next: "Shares can only come from other holders." },
  senderFrozen: {
    because: "The issuer's identity is frozen.",
    next: "Shares can only come from other holders.",
  },
  senderRevoked: {
    because: "The issuer's verification was revoked.",
    next: "Shares can only come from other holders.",
  },
  senderRetired: {
    because: "The issuer's account was replaced by another.",
    next: "Shares can only come from other holders.",
  },
  receiverUnknown: {
    because: "Your account is not verified.",
    next: "Verify it on the identity page: it takes a minute here.",
    verify: true,
  },
  receiverFrozen: { because: "Your identity is frozen.", next: "Ask the compliance desk why." },
  receiverRevoked: { because: "Your verification was revoked.", next: "Ask the compliance desk why." },
  receiverRetired: {
    because: "This account was replaced by another.",
    next: "Connect the account that took its place.",
  },
  receiverExpired: { because: "Your verification has expired.", next: renew, verify: true },
  receiverTier: {
    because: "You are verified at a lower tier than this asset asks for.",
    next: "Verify at the tier that stands under the rules.",
    verify: true,
  },
  receiverCountry: {
    because: "This asset may not be received in your country.",
    next: "What you hold already stays yours.",
  },
  locked: {
    because: "The lock-up has not ended.",
    next: "Until then shares move only from or to the issuer.",
  },
  holderLimit: {
    because: "It already has as many holders as it may have.",
    next: "You can receive shares when one of them has sold all.",
  },
  identityCap: {
    because: "You hold as much as one person may hold.",
    next: "You can receive more once you hold less.",
  },
  paused: { because: "Its transfers are paused.", next: "A pause lapses after 14 days at most." },
  notActive: {
    because: "It is not in circulation.",
    next: "Shares of a draft do not exist yet; those of a matured asset can only be redeemed.",
  },
  moduleFailed: { because: "Its rules could not be read.", next: "Ask the issuer." },
};
