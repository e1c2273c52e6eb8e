import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { referralTermsSetEvent, setTermsFunction } from "../generated/abi/referralRegistry.ts";
import { referralRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link setReferralTerms}. */
export type SetReferralTermsParameters = {
  /** Part of the newcomer's early tap points that the referrer gets, in 1/10,000. */
  bonusBps: number;
  /** Most points (6 decimals) for one newcomer. */
  newcomerCap: bigint;
  /** Most points (6 decimals) that one referrer ever gets. */
  referrerCap: bigint;
  /** QTI units (18 decimals) that the newcomer holds in one position. */
  minStake: bigint;
};

/**
 * Sets what a referral pays, and for what. Those that have vested keep their bonus and the newcomer's cap.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetReferralTermsParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link ReferralInvalidTermsError} when a bonus is more than all, a cap exceeds the other, or no stake is asked for.
 *
 * @example
 * ```ts
 * const terms = await getReferralTerms(client);
 * const hash = await setReferralTerms(treasurerClient, { ...terms, bonusBps: 500 });
 * ```
 */
export const setReferralTerms = /* @__PURE__ */ defineWrite({
  contracts: { referralRegistry },
  call: ({
    referralRegistry,
    bonusBps,
    newcomerCap,
    referrerCap,
    minStake,
  }: CallParameters<SetReferralTermsParameters, "referralRegistry">) =>
    contractCall(referralRegistry, setTermsFunction, [{ bonusBps, newcomerCap, referrerCap, minStake }]),
  event: referralTermsSetEvent,
});

/** {@link setReferralTerms}, then waits: answers with the receipt and the `ReferralTermsSet` event. */
export const setReferralTermsSync = /* @__PURE__ */ defineSync(setReferralTerms);
