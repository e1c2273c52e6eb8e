import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { skimFunction, skimmedEvent } from "../../generated/abi/creditBook.ts";
import { creditBook } from "../../generated/addressTables.ts";

/** {@link skimCredit} needs nothing but a signer. */
export type SkimCreditParameters = object;

/**
 * Sends money that was sent to the book and is nobody's to the treasury. Anyone may send it.
 *
 * @param client - A viem client with an account.
 * @returns Hash of the transaction.
 * @throws {@link EventMissingError} of the twin that waits, when there was none.
 *
 * @example
 * ```ts
 * const hash = await skimCredit(client);
 * ```
 */
export const skimCredit = /* @__PURE__ */ defineWrite({
  contracts: { creditBook },
  call: ({ creditBook }: CallParameters<SkimCreditParameters, "creditBook">) =>
    contractCall(creditBook, skimFunction, []),
  event: skimmedEvent,
});

/** {@link skimCredit}, then waits: answers with the receipt and the `Skimmed` event. */
export const skimCreditSync = /* @__PURE__ */ defineSync(skimCredit);
