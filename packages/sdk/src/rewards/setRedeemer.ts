import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { redeemerSetEvent, setRedeemerFunction } from "../generated/abi/qtiPoints.ts";
import { qtiPoints } from "../generated/addressTables.ts";

/** Parameters of {@link setRedeemer}. */
export type SetRedeemerParameters = {
  /** The contract in which points are redeemed. */
  redeemer: Address;
  allowed: boolean;
};

/**
 * Lets a contract redeem points of those who ask it for that, or stops it.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetRedeemerParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const { rewardStore } = await getContracts(client, { names: ["rewardStore"] });
 * const hash = await setRedeemer(treasurerClient, { redeemer: rewardStore, allowed: true });
 * ```
 */
export const setRedeemer = /* @__PURE__ */ defineWrite({
  contracts: { qtiPoints },
  call: ({ qtiPoints, redeemer, allowed }: CallParameters<SetRedeemerParameters, "qtiPoints">) =>
    contractCall(qtiPoints, setRedeemerFunction, [redeemer, allowed]),
  event: redeemerSetEvent,
});

/** {@link setRedeemer}, then waits: answers with the receipt and the `RedeemerSet` event. */
export const setRedeemerSync = /* @__PURE__ */ defineSync(setRedeemer);
