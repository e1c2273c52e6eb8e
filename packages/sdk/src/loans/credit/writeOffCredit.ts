import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { lineWrittenOffEvent, writeOffFunction } from "../../generated/abi/creditLines.ts";
import { creditLines } from "../../generated/addressTables.ts";

/** Parameters of {@link writeOffCredit}. */
export type WriteOffCreditParameters = {
  /** Any account of the identity. */
  borrower: Address;
};

/**
 * Takes a debt out of the book, 180 days after its default. Anyone may send it: vouchers' shares burn first, then the seniors' claim falls to what can still come in. The person owes it still.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link WriteOffCreditParameters}
 * @returns Hash of the transaction.
 * @throws {@link CreditNotWritableError} before, and when it was written off.
 * @throws {@link CreditNothingOwedError} when nothing is owed.
 * @throws {@link CreditUnknownIdentityError} when the account has no identity.
 *
 * @example
 * ```ts
 * const { event } = await writeOffCreditSync(client, { borrower });
 * show(event.args.burnt, event.args.seniorLoss);
 * ```
 */
export const writeOffCredit = /* @__PURE__ */ defineWrite({
  contracts: { creditLines },
  call: ({ creditLines, borrower }: CallParameters<WriteOffCreditParameters, "creditLines">) =>
    contractCall(creditLines, writeOffFunction, [borrower]),
  event: lineWrittenOffEvent,
});

/** {@link writeOffCredit}, then waits: answers with the receipt and the `LineWrittenOff` event. */
export const writeOffCreditSync = /* @__PURE__ */ defineSync(writeOffCredit);
