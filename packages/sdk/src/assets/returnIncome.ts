import type { Hash } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { incomeReturnedEvent, returnIncomeFunction } from "../generated/abi/incomeDistributor.ts";
import { incomeDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link returnIncome}. */
export type ReturnIncomeParameters = {
  /** From `payIncome`, or the index. */
  paymentId: Hash;
};

/**
 * Returns what nobody claimed to the issuer.
 *
 * @param client - A viem client with an account: anyone from the expiry on, the issuer also after a veto.
 * @param parameters - {@link ReturnIncomeParameters}
 * @returns Hash of the transaction.
 * @throws {@link IncomeNotExpiredError} before the expiry.
 * @throws {@link IncomeClosedError} when it was returned.
 *
 * @example
 * ```ts
 * const hash = await returnIncome(client, { paymentId });
 * ```
 */
export const returnIncome = /* @__PURE__ */ defineWrite({
  contracts: { incomeDistributor },
  call: ({ incomeDistributor, paymentId }: CallParameters<ReturnIncomeParameters, "incomeDistributor">) =>
    contractCall(incomeDistributor, returnIncomeFunction, [paymentId]),
  event: incomeReturnedEvent,
});

/** {@link returnIncome}, then waits: answers with the receipt and the `IncomeReturned` event. */
export const returnIncomeSync = /* @__PURE__ */ defineSync(returnIncome);
