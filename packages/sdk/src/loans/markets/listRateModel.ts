import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { listRateModelFunction, rateModelListedEvent } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";

/** Parameters of {@link listRateModel}. */
export type ListRateModelParameters = {
  /** What says the interest; trusted code. */
  rateModel: Address;
  /** `false` takes it off the list. */
  listed: boolean;
};

/**
 * Lets markets be created with a rate model, or no more. Those that are there keep theirs.
 *
 * @param client - A viem client whose account holds RISK; its 72 hours must have passed since scheduling.
 * @param parameters - {@link ListRateModelParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await listRateModel(riskClient, { rateModel: address, listed: true });
 * ```
 */
export const listRateModel = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({ lendingMarkets, rateModel, listed }: CallParameters<ListRateModelParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, listRateModelFunction, [rateModel, listed]),
  event: rateModelListedEvent,
});

/** {@link listRateModel}, then waits: answers with the receipt and the `RateModelListed` event. */
export const listRateModelSync = /* @__PURE__ */ defineSync(listRateModel);
