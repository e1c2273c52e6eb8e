import type { Hash } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { rootVetoedEvent, vetoRootFunction } from "../generated/abi/incomeDistributor.ts";
import { incomeDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link vetoIncome}. */
export type VetoIncomeParameters = {
  /** From `payIncome`, or the index. */
  paymentId: Hash;
};

/**
 * Removes a list of payments that waits.
 *
 * @param client - A viem client whose account holds GUARDIAN.
 * @param parameters - {@link VetoIncomeParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link RootNotPendingError} when no list waits.
 *
 * @example
 * ```ts
 * const hash = await vetoIncome(guardianClient, { paymentId });
 * ```
 */
export const vetoIncome = /* @__PURE__ */ defineWrite({
  contracts: { incomeDistributor },
  call: ({ incomeDistributor, paymentId }: CallParameters<VetoIncomeParameters, "incomeDistributor">) =>
    contractCall(incomeDistributor, vetoRootFunction, [paymentId]),
  event: rootVetoedEvent,
});

/** {@link vetoIncome}, then waits: answers with the receipt and the `RootVetoed` event. */
export const vetoIncomeSync = /* @__PURE__ */ defineSync(vetoIncome);
