import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { accrueFunction, bookChangedEvent } from "../../generated/abi/creditBook.ts";
import { creditBook } from "../../generated/addressTables.ts";

/** {@link accrueCredit} needs nothing but a signer. */
export type AccrueCreditParameters = object;

/**
 * Reckons the interest of every live cohort up to now, and passes those that are over. Every deposit and payment of a pool does it itself.
 *
 * @param client - A viem client with an account.
 * @returns Hash of the transaction.
 *
 * @example
 * ```ts
 * const hash = await accrueCredit(client);
 * ```
 */
export const accrueCredit = /* @__PURE__ */ defineWrite({
  contracts: { creditBook },
  call: ({ creditBook }: CallParameters<AccrueCreditParameters, "creditBook">) =>
    contractCall(creditBook, accrueFunction, []),
  event: bookChangedEvent,
});

/** {@link accrueCredit}, then waits: answers with the receipt and the `BookChanged` event. */
export const accrueCreditSync = /* @__PURE__ */ defineSync(accrueCredit);
