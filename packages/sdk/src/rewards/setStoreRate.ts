import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setRateFunction, storeRateSetEvent } from "../generated/abi/rewardStore.ts";
import { rewardStore } from "../generated/addressTables.ts";

/** Parameters of {@link setStoreRate}. */
export type SetStoreRateParameters = {
  /** QTI units (18 decimals) for one whole point; 0 closes the exchange. */
  rate: bigint;
};

/**
 * Sets what the store gives for a point.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetStoreRateParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await setStoreRate(treasurerClient, { rate: 10n ** 16n });
 * ```
 */
export const setStoreRate = /* @__PURE__ */ defineWrite({
  contracts: { rewardStore },
  call: ({ rewardStore, rate }: CallParameters<SetStoreRateParameters, "rewardStore">) =>
    contractCall(rewardStore, setRateFunction, [rate]),
  event: storeRateSetEvent,
});

/** {@link setStoreRate}, then waits: answers with the receipt and the `StoreRateSet` event. */
export const setStoreRateSync = /* @__PURE__ */ defineSync(setStoreRate);
