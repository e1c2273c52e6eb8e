import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pauseFunction, pauseSetEvent } from "../generated/abi/creditBook.ts";
import { type LoansVenue, loansTables } from "./venues.ts";

/** Parameters of {@link pauseLoans}. */
export type PauseLoansParameters = {
  /** Which contract. */
  venue: LoansVenue;
};

/**
 * Stops what a contract of loans pays or takes for 14 days. What is owed stays owed.
 *
 * @param client - A viem client whose account holds PAUSER.
 * @param parameters - {@link PauseLoansParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link PauseActiveError} when a pause is running.
 *
 * @example
 * ```ts
 * const hash = await pauseLoans(pauserClient, { venue: "creditBook" });
 * ```
 */
export const pauseLoans = /* @__PURE__ */ defineWrite({
  contracts: loansTables,
  call: ({ venue, ...contracts }: CallParameters<PauseLoansParameters, LoansVenue>) =>
    contractCall(contracts[venue], pauseFunction, []),
  event: pauseSetEvent,
});

/** {@link pauseLoans}, then waits: answers with the receipt and the `PauseSet` event. */
export const pauseLoansSync = /* @__PURE__ */ defineSync(pauseLoans);
