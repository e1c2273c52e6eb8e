import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { feeRecipientSetEvent, setFeeRecipientFunction } from "../generated/abi/exchange.ts";
import { exchange } from "../generated/addressTables.ts";

/** Parameters of {@link setFeeRecipient}. */
export type SetFeeRecipientParameters = {
  feeRecipient: Address;
};

/**
 * Sets who gets the fee.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link SetFeeRecipientParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await setFeeRecipient(adminClient, { feeRecipient: address });
 * ```
 */
export const setFeeRecipient = /* @__PURE__ */ defineWrite({
  contracts: { exchange },
  call: ({ exchange, feeRecipient }: CallParameters<SetFeeRecipientParameters, "exchange">) =>
    contractCall(exchange, setFeeRecipientFunction, [feeRecipient]),
  event: feeRecipientSetEvent,
});

/** {@link setFeeRecipient}, then waits: answers with the receipt and the `FeeRecipientSet` event. */
export const setFeeRecipientSync = /* @__PURE__ */ defineSync(setFeeRecipient);
