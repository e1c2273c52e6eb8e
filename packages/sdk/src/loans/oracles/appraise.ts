import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { appraisedEvent, appraiseFunction } from "../../generated/abi/appraisalOracle.ts";
import { appraisalOracle } from "../../generated/addressTables.ts";

/** Parameters of {@link appraise}. */
export type AppraiseParameters = {
  /** The asset. */
  asset: Address;
  /** US dollars with 6 decimals for all shares issued. */
  value: bigint;
};

/**
 * Records what all shares of an asset are worth. The price glides there by what its terms allow a day; the first appraisal is the price at once.
 *
 * @param client - A viem client whose account holds APPRAISER.
 * @param parameters - {@link AppraiseParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AppraisalUnknownAssetError} when it is no asset, or RISK has set no terms.
 * @throws {@link AppraisalInvalidValueError} when the value is zero or too large.
 *
 * @example
 * ```ts
 * const hash = await appraise(appraiserClient, { asset, value: 1_000_000n * 10n ** 6n });
 * ```
 */
export const appraise = /* @__PURE__ */ defineWrite({
  contracts: { appraisalOracle },
  call: ({ appraisalOracle, asset, value }: CallParameters<AppraiseParameters, "appraisalOracle">) =>
    contractCall(appraisalOracle, appraiseFunction, [asset, value]),
  event: appraisedEvent,
});

/** {@link appraise}, then waits: answers with the receipt and the `Appraised` event. */
export const appraiseSync = /* @__PURE__ */ defineSync(appraise);
