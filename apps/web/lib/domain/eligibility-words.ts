import type { Refusal } from "@qti/sdk";
import type { Translator } from "@/lib/i18n/translator";

/** What stands between an account and shares of an asset, said to its owner. */
export type Eligibility = {
  /** `undefined` where nothing does. */
  because?: string;
  next?: string;
  /** The identity page is where to go. */
  verify?: boolean;
};

/** Refusals that the identity page can do something about. */
const curedByVerification = new Set<Refusal>(["receiverUnknown", "receiverExpired", "receiverTier"]);

/**
 * What a refusal of one share unit from the issuer means for who would receive it. What is about the sender is about the
 * issuer here, and about quantity nothing is refused but the number of holders.
 */
export function eligibilityWords(refusal: Refusal, t: Translator): Eligibility {
  if (refusal === "none" || refusal === "insufficientUnfrozen") return {};
  return {
    because: t(`words.eligibility.${refusal}.because`),
    next: t(`words.eligibility.${refusal}.next`),
    ...(curedByVerification.has(refusal) ? { verify: true } : {}),
  };
}
