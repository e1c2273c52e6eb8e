import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setStreamFunction, streamListedEvent } from "../generated/abi/rewardsTreasury.ts";
import { rewardsTreasury } from "../generated/addressTables.ts";

/** Parameters of {@link setStream}. */
export type SetStreamParameters = {
  /** A contract that takes streams. */
  target: Address;
  listed: boolean;
};

/**
 * Lists a contract into which the treasurer may stream rewards, or takes it off the list.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link SetStreamParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await setStream(adminClient, { target, listed: true });
 * ```
 */
export const setStream = /* @__PURE__ */ defineWrite({
  contracts: { rewardsTreasury },
  call: ({ rewardsTreasury, target, listed }: CallParameters<SetStreamParameters, "rewardsTreasury">) =>
    contractCall(rewardsTreasury, setStreamFunction, [target, listed]),
  event: streamListedEvent,
});

/** {@link setStream}, then waits: answers with the receipt and the `StreamListed` event. */
export const setStreamSync = /* @__PURE__ */ defineSync(setStream);
