import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import type { PermitWithValue } from "../../core/permit.ts";
import { repaidEvent, repayFunction, repayWithPermitFunction } from "../../generated/abi/creditLines.ts";
import { creditLines } from "../../generated/addressTables.ts";

/** Parameters of {@link repayCredit}. */
export type RepayCreditParameters = {
  /** Money units; never more than is owed is taken. Say more than that to pay all: debt grows each second. */
  amount: bigint;
  /** Any account of the person whose line it is; the signer when left out. */
  borrower?: Address | undefined;
  /** From a requirement of type `permit`; replaces an approval. */
  permit?: PermitWithValue | undefined;
};

/**
 * Pays on a credit line, anyone for anyone: interest first. It never pauses, and who is frozen or in default can pay too.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link RepayCreditParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval or permit; `requirements` says what is missing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little.
 * @throws {@link CreditNothingOwedError} when nothing is owed.
 * @throws {@link CreditUnknownIdentityError} when the account has no identity.
 *
 * @example
 * ```ts
 * const { due } = await getCreditLine(client, { account });
 * const [missing] = await requirements(client, { action: "repayCredit", amount: due, owner });
 * const permit = missing?.type === "permit" ? missing.apply(await client.signTypedData(missing.typedData)) : {};
 * const hash = await repayCredit(client, { amount: due, ...permit });
 * ```
 */
export const repayCredit = /* @__PURE__ */ defineWrite({
  contracts: { creditLines },
  call: ({
    creditLines,
    account,
    amount,
    borrower = account,
    permit,
  }: CallParameters<RepayCreditParameters, "creditLines">) =>
    permit
      ? contractCall(creditLines, repayWithPermitFunction, [
          borrower,
          amount,
          permit.value,
          permit.deadline,
          permit.v,
          permit.r,
          permit.s,
        ])
      : contractCall(creditLines, repayFunction, [borrower, amount]),
  event: repaidEvent,
});

/** {@link repayCredit}, then waits: answers with the receipt and the `Repaid` event. */
export const repayCreditSync = /* @__PURE__ */ defineSync(repayCredit);
