import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { setTermsFunction, termsSetEvent } from "../../generated/abi/creditBook.ts";
import { creditBook } from "../../generated/addressTables.ts";
import type { CreditTerms } from "./line.ts";

/** Parameters of {@link setCreditTerms}. */
export type SetCreditTermsParameters = {
  /** All of them. */
  terms: CreditTerms;
};

/**
 * Sets what credit lines cost and how far they go, from the next cycle on. Debts of cycles that have begun keep their terms.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetCreditTermsParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link CreditInvalidTermsError} when a term is out of its bounds.
 *
 * @example
 * ```ts
 * const hash = await setCreditTerms(treasurerClient, { terms: { ...lineTerms, rateBps: 1_500 } });
 * ```
 */
export const setCreditTerms = /* @__PURE__ */ defineWrite({
  contracts: { creditBook },
  call: ({ creditBook, terms }: CallParameters<SetCreditTermsParameters, "creditBook">) =>
    contractCall(creditBook, setTermsFunction, [terms]),
  event: termsSetEvent,
});

/** {@link setCreditTerms}, then waits: answers with the receipt and the `TermsSet` event. */
export const setCreditTermsSync = /* @__PURE__ */ defineSync(setCreditTerms);
