import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { appraisalTermsSetEvent, setTermsFunction } from "../../generated/abi/appraisalOracle.ts";
import { appraisalOracle } from "../../generated/addressTables.ts";

/** Parameters of {@link setAppraisalTerms}. */
export type SetAppraisalTermsParameters = {
  /** The asset. */
  asset: Address;
  /** Most that the price moves in a day, both ways, in 1/10,000; at most 2,000. */
  dailyBps: number;
  /** Seconds after an appraisal until which one may borrow by it; at most 730 days. */
  borrowMaxAge: number;
};

/**
 * Sets how the appraisals of an asset are used. From the first time on it can be appraised.
 *
 * @param client - A viem client whose account holds RISK; its 72 hours must have passed since scheduling.
 * @param parameters - {@link SetAppraisalTermsParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link AppraisalUnknownAssetError} when it is no asset.
 * @throws {@link AppraisalInvalidTermsError} when a term is out of its bounds.
 *
 * @example
 * ```ts
 * const hash = await setAppraisalTerms(riskClient, { asset, dailyBps: 200, borrowMaxAge: 90 * 86_400 });
 * ```
 */
export const setAppraisalTerms = /* @__PURE__ */ defineWrite({
  contracts: { appraisalOracle },
  call: ({
    appraisalOracle,
    asset,
    dailyBps,
    borrowMaxAge,
  }: CallParameters<SetAppraisalTermsParameters, "appraisalOracle">) =>
    contractCall(appraisalOracle, setTermsFunction, [asset, { dailyBps, borrowMaxAge }]),
  event: appraisalTermsSetEvent,
});

/** {@link setAppraisalTerms}, then waits: answers with the receipt and the `AppraisalTermsSet` event. */
export const setAppraisalTermsSync = /* @__PURE__ */ defineSync(setAppraisalTerms);
