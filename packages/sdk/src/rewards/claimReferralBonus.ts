import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { claimBonusFunction, referralBonusClaimedEvent } from "../generated/abi/referralRegistry.ts";
import { referralRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link claimReferralBonus}. */
export type ClaimReferralBonusParameters = {
  /** Who was referred. */
  newcomer: Address;
};

/**
 * Pays the referrer of a newcomer what it has earned since the last time. Anyone may do it; the points go to the referrer.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link ClaimReferralBonusParameters}
 * @returns Hash of the transaction.
 * @throws {@link ReferralNotVestedError} before the referral has vested.
 * @throws {@link ReferralNothingToClaimError} when nothing new was earned, or the most was paid.
 * @throws {@link PointsQuotaExceededError} when all people together have earned what can be earned this way for now.
 * @throws {@link PauseActiveError} while referrals are paused.
 *
 * @example
 * ```ts
 * const hash = await claimReferralBonus(client, { newcomer });
 * ```
 */
export const claimReferralBonus = /* @__PURE__ */ defineWrite({
  contracts: { referralRegistry },
  call: ({ referralRegistry, newcomer }: CallParameters<ClaimReferralBonusParameters, "referralRegistry">) =>
    contractCall(referralRegistry, claimBonusFunction, [newcomer]),
  event: referralBonusClaimedEvent,
});

/** {@link claimReferralBonus}, then waits: answers with the receipt and the `ReferralBonusClaimed` event. */
export const claimReferralBonusSync = /* @__PURE__ */ defineSync(claimReferralBonus);
