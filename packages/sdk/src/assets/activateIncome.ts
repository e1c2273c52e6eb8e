import type { Hash } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { activateRootFunction, rootActivatedEvent } from "../generated/abi/incomeDistributor.ts";
import { incomeDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link activateIncome}. */
export type ActivateIncomeParameters = {
  /** From `payIncome`, or the index. */
  paymentId: Hash;
};

/**
 * Lets holders claim, once the list has waited its day.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link ActivateIncomeParameters}
 * @returns Hash of the transaction.
 * @throws {@link RootTooEarlyError} when the day has not passed.
 * @throws {@link RootNotPendingError} when no list waits.
 * @throws {@link RootNotFundedError} when the list pays more than was paid in.
 *
 * @example
 * ```ts
 * const hash = await activateIncome(client, { paymentId });
 * ```
 */
export const activateIncome = /* @__PURE__ */ defineWrite({
  contracts: { incomeDistributor },
  call: ({ incomeDistributor, paymentId }: CallParameters<ActivateIncomeParameters, "incomeDistributor">) =>
    contractCall(incomeDistributor, activateRootFunction, [paymentId]),
  event: rootActivatedEvent,
});

/** {@link activateIncome}, then waits: answers with the receipt and the `RootActivated` event. */
export const activateIncomeSync = /* @__PURE__ */ defineSync(activateIncome);
