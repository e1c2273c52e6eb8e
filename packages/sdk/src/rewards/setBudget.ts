import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { budgetSetEvent, setBudgetFunction } from "../generated/abi/rewardsTreasury.ts";
import { rewardsTreasury } from "../generated/addressTables.ts";

/** Parameters of {@link setBudget}. */
export type SetBudgetParameters = {
  /** The contract that pays, such as the store. */
  spender: Address;
  /** QTI units (18 decimals) a window; 0 ends it. */
  limit: bigint;
  /** Seconds of a window, at least an hour. */
  period: number;
};

/**
 * Sets how much a contract may pay out of the treasury in each window of time. What was used in the window that runs stays used.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetBudgetParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link TreasuryInvalidBudgetError} when the window is shorter than an hour, or the limit too large.
 *
 * @example
 * ```ts
 * const hash = await setBudget(treasurerClient, { spender, limit: 20_000n * 10n ** 18n, period: 86_400 });
 * ```
 */
export const setBudget = /* @__PURE__ */ defineWrite({
  contracts: { rewardsTreasury },
  call: ({
    rewardsTreasury,
    spender,
    limit,
    period,
  }: CallParameters<SetBudgetParameters, "rewardsTreasury">) =>
    contractCall(rewardsTreasury, setBudgetFunction, [spender, limit, period]),
  event: budgetSetEvent,
});

/** {@link setBudget}, then waits: answers with the receipt and the `BudgetSet` event. */
export const setBudgetSync = /* @__PURE__ */ defineSync(setBudget);
