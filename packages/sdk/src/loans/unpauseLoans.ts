import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pauseSetEvent, unpauseFunction } from "../generated/abi/creditBook.ts";
import { type LoansVenue, loansTables } from "./venues.ts";

/** Parameters of {@link unpauseLoans}. */
export type UnpauseLoansParameters = {
  /** Which contract. */
  venue: LoansVenue;
};

/**
 * Ends a pause of a contract of loans early.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link UnpauseLoansParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await unpauseLoans(adminClient, { venue: "creditBook" });
 * ```
 */
export const unpauseLoans = /* @__PURE__ */ defineWrite({
  contracts: loansTables,
  call: ({ venue, ...contracts }: CallParameters<UnpauseLoansParameters, LoansVenue>) =>
    contractCall(contracts[venue], unpauseFunction, []),
  event: pauseSetEvent,
});

/** {@link unpauseLoans}, then waits: answers with the receipt and the `PauseSet` event. */
export const unpauseLoansSync = /* @__PURE__ */ defineSync(unpauseLoans);
