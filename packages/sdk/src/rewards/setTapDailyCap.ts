import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setDailyCapFunction, tapDailyCapSetEvent } from "../generated/abi/tapRewards.ts";
import { tapRewards } from "../generated/addressTables.ts";

/** Parameters of {@link setTapDailyCap}. */
export type SetTapDailyCapParameters = {
  /** Points (6 decimals) a UTC day. */
  cap: bigint;
};

/**
 * Sets how many points a person may claim for taps a UTC day.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetTapDailyCapParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link TapInvalidTermsError} when it is larger than a tally holds.
 *
 * @example
 * ```ts
 * const hash = await setTapDailyCap(treasurerClient, { cap: 1_000_000_000n });
 * ```
 */
export const setTapDailyCap = /* @__PURE__ */ defineWrite({
  contracts: { tapRewards },
  call: ({ tapRewards, cap }: CallParameters<SetTapDailyCapParameters, "tapRewards">) =>
    contractCall(tapRewards, setDailyCapFunction, [cap]),
  event: tapDailyCapSetEvent,
});

/** {@link setTapDailyCap}, then waits: answers with the receipt and the `TapDailyCapSet` event. */
export const setTapDailyCapSync = /* @__PURE__ */ defineSync(setTapDailyCap);
