import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { accountRecoveredEvent, completeRecoveryFunction } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link completeRecovery}. */
export type CompleteRecoveryParameters = {
  lost: Address;
};

/**
 * Puts the successor in the place of a lost account, three days after the proposal. The lost account is retired for ever; its
 * shares follow by `recoverShares`, asset by asset. QTI, stake and money do not.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link CompleteRecoveryParameters}
 * @returns Hash of the transaction.
 * @throws {@link IdentityRecoveryNotPendingError} when none is pending.
 * @throws {@link IdentityRecoveryTooEarlyError} when the three days have not passed.
 *
 * @example
 * ```ts
 * const hash = await completeRecovery(client, { lost });
 * ```
 */
export const completeRecovery = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({ identityRegistry, lost }: CallParameters<CompleteRecoveryParameters, "identityRegistry">) =>
    contractCall(identityRegistry, completeRecoveryFunction, [lost]),
  event: accountRecoveredEvent,
});

/** {@link completeRecovery}, then waits: answers with the receipt and the `AccountRecovered` event. */
export const completeRecoverySync = /* @__PURE__ */ defineSync(completeRecovery);
