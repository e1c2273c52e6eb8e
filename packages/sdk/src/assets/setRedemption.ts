import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetRedemptionSetEvent, setRedemptionFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link setRedemption}. */
export type SetRedemptionParameters = {
  /** The contract; the zero address stops redemption. */
  redemption: Address;
};

/**
 * Sets the contract that may burn shares of those who redeem. Money that lies in the contract before stays there, out of the
 * holders' reach, until it is set again.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link SetRedemptionParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await setRedemption(adminClient, { redemption: address });
 * ```
 */
export const setRedemption = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, redemption }: CallParameters<SetRedemptionParameters, "assetRegistry">) =>
    contractCall(assetRegistry, setRedemptionFunction, [redemption]),
  event: assetRedemptionSetEvent,
});

/** {@link setRedemption}, then waits: answers with the receipt and the `AssetRedemptionSet` event. */
export const setRedemptionSync = /* @__PURE__ */ defineSync(setRedemption);
