import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { referralVestedEvent, vestFunction } from "../generated/abi/referralRegistry.ts";
import { referralRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link vestReferral}. */
export type VestReferralParameters = {
  /** Who was referred. */
  newcomer: Address;
  /** A position of the newcomer that meets the terms. */
  positionId: bigint;
};

/**
 * Lets a referral pay from now on, by the terms of this moment: the newcomer is verified and has held the minimum for 30 days in a
 * position locked for at least 30 days.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link VestReferralParameters}
 * @returns Hash of the transaction.
 * @throws {@link ReferralNotFinalError} when the newcomer named nobody, is not verified, or the referral is void.
 * @throws {@link ReferralAlreadyVestedError} when it vested before.
 * @throws {@link ReferralNewcomerNotVerifiedError} when the newcomer is not in good standing.
 * @throws {@link ReferralNotItsPositionError} when the position is another's.
 * @throws {@link ReferralStakeTooSmallError} when it holds less than the minimum.
 * @throws {@link ReferralLockTooShortError} when its lock is shorter than 30 days.
 * @throws {@link ReferralHeldTooShortError} before 30 days have passed.
 * @throws {@link PauseActiveError} while referrals are paused.
 *
 * @example
 * ```ts
 * const hash = await vestReferral(client, { newcomer, positionId });
 * ```
 */
export const vestReferral = /* @__PURE__ */ defineWrite({
  contracts: { referralRegistry },
  call: ({
    referralRegistry,
    newcomer,
    positionId,
  }: CallParameters<VestReferralParameters, "referralRegistry">) =>
    contractCall(referralRegistry, vestFunction, [newcomer, positionId]),
  event: referralVestedEvent,
});

/** {@link vestReferral}, then waits: answers with the receipt and the `ReferralVested` event. */
export const vestReferralSync = /* @__PURE__ */ defineSync(vestReferral);
