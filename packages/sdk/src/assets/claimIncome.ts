import type { Address, Hash } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { claimIncomeFunction, incomeClaimedEvent } from "../generated/abi/incomeDistributor.ts";
import { incomeDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link claimIncome}. */
export type ClaimIncomeParameters = {
  /** From `payIncome`, or the index. */
  paymentId: Hash;
  /** Place in the list. */
  index: bigint;
  /** Who held at the record block. The money goes there, or to its successor. */
  holder: Address;
  /** Money units. */
  amount: bigint;
  /** From the income tree. */
  proof: readonly Hash[];
};

/**
 * Pays a holder its part of an income. Anyone may do it for anyone.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link ClaimIncomeParameters}
 * @returns Hash of the transaction.
 * @throws {@link IncomeAlreadyClaimedError} when it was claimed.
 * @throws {@link IncomeNotActiveError} while the list waits.
 * @throws {@link IncomeExpiredError} after the expiry.
 * @throws {@link IncomeInvalidProofError} when the list says otherwise.
 *
 * @example
 * ```ts
 * const hash = await claimIncome(client, { paymentId, index, holder, amount, proof });
 * ```
 */
export const claimIncome = /* @__PURE__ */ defineWrite({
  contracts: { incomeDistributor },
  call: ({
    incomeDistributor,
    paymentId,
    index,
    holder,
    amount,
    proof,
  }: CallParameters<ClaimIncomeParameters, "incomeDistributor">) =>
    contractCall(incomeDistributor, claimIncomeFunction, [paymentId, index, holder, amount, proof]),
  event: incomeClaimedEvent,
});

/** {@link claimIncome}, then waits: answers with the receipt and the `IncomeClaimed` event. */
export const claimIncomeSync = /* @__PURE__ */ defineSync(claimIncome);
