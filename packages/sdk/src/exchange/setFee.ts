import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { feeSetEvent, setFeeFunction } from "../generated/abi/exchange.ts";
import { exchange } from "../generated/addressTables.ts";

/** Parameters of {@link setFee}. */
export type SetFeeParameters = {
  /** Hundredths of a percent of the money side, at most 100. */
  feeBps: number;
};

/**
 * Sets what takers pay. Orders already signed stay net for their makers.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetFeeParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link ExchangeFeeTooHighError} above 100.
 *
 * @example
 * ```ts
 * const { exchange } = await getContracts(client, { names: ["exchange"] });
 * await schedule(client, { call: setFee.call({ exchange, feeBps: 20, account }) });
 * // 48 hours later
 * await setFee(client, { feeBps: 20 });
 * ```
 */
export const setFee = /* @__PURE__ */ defineWrite({
  contracts: { exchange },
  call: ({ exchange, feeBps }: CallParameters<SetFeeParameters, "exchange">) =>
    contractCall(exchange, setFeeFunction, [feeBps]),
  event: feeSetEvent,
});

/** {@link setFee}, then waits: answers with the receipt and the `FeeSet` event. */
export const setFeeSync = /* @__PURE__ */ defineSync(setFee);
