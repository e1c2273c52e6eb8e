import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { delistMoneyFunction, moneyListedEvent } from "../generated/abi/exchange.ts";
import { type MoneyVenue, venueTables } from "./venues.ts";

/** Parameters of {@link delistMoney}. */
export type DelistMoneyParameters = {
  /** Whose list. */
  venue: MoneyVenue;
  /** The token. */
  money: Address;
};

/**
 * Stops new business in a token. What is owed in it can still be taken out.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link DelistMoneyParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link MoneyNotListedError} when it is not listed.
 *
 * @example
 * ```ts
 * const hash = await delistMoney(adminClient, { venue: "exchange", money });
 * ```
 */
export const delistMoney = /* @__PURE__ */ defineWrite({
  contracts: venueTables,
  call: ({ venue, money, ...contracts }: CallParameters<DelistMoneyParameters, MoneyVenue>) =>
    contractCall(contracts[venue], delistMoneyFunction, [money]),
  event: moneyListedEvent,
});

/** {@link delistMoney}, then waits: answers with the receipt and the `MoneyListed` event. */
export const delistMoneySync = /* @__PURE__ */ defineSync(delistMoney);
