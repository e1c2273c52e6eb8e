import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { drawFunction, drawnEvent } from "../../generated/abi/creditLines.ts";
import { creditLines } from "../../generated/addressTables.ts";

/** Parameters of {@link drawCredit}. */
export type DrawCreditParameters = {
  /** Money units. */
  amount: bigint;
  /** Who gets it; the signer when left out. */
  receiver?: Address | undefined;
};

/**
 * Draws on the credit line of the signer's identity. Interest is simple and runs by the second; the first statement is the end of the cycle that runs.
 *
 * @param client - A viem client with any account of the identity.
 * @param parameters - {@link DrawCreditParameters}
 * @returns Hash of the transaction.
 * @throws {@link CreditLimitExceededError} when the debt would be above the limit.
 * @throws {@link CreditStatementOpenError} when a statement is not met.
 * @throws {@link CreditNotInGoodStandingError} when the account is not verified, or frozen.
 * @throws {@link CreditNotEnoughCashError} when not so much cash is there.
 * @throws {@link CreditLeverageExceededError} when the first loss carries no more.
 * @throws {@link PauseActiveError} while it is paused.
 *
 * @example
 * ```ts
 * const { available } = await getCreditLine(client, { account });
 * const hash = await drawCredit(client, { amount: available });
 * ```
 */
export const drawCredit = /* @__PURE__ */ defineWrite({
  contracts: { creditLines },
  call: ({
    creditLines,
    account,
    amount,
    receiver = account,
  }: CallParameters<DrawCreditParameters, "creditLines">) =>
    contractCall(creditLines, drawFunction, [amount, receiver]),
  event: drawnEvent,
});

/** {@link drawCredit}, then waits: answers with the receipt and the `Drawn` event. */
export const drawCreditSync = /* @__PURE__ */ defineSync(drawCredit);
