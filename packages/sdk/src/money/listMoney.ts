import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { listMoneyFunction, moneyListedEvent } from "../generated/abi/exchange.ts";
import { type MoneyVenue, venueTables } from "./venues.ts";

/** Parameters of {@link listMoney}. */
export type ListMoneyParameters = {
  /** Whose list. */
  venue: MoneyVenue;
  /** The token. */
  money: Address;
  /** Units that are sent from the caller to the venue and back, to see that they arrive in full. */
  probe: bigint;
};

/**
 * Lets a contract take a token as money, after a transfer both ways moved it in full. The caller holds the probe and has
 * approved it: `requirements` says what is missing.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link ListMoneyParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link MoneyTransferInexactError} when the token takes a fee.
 *
 * @example
 * ```ts
 * const hash = await listMoney(adminClient, { venue: "exchange", money, probe: 1_000_000n });
 * ```
 */
export const listMoney = /* @__PURE__ */ defineWrite({
  contracts: venueTables,
  call: ({ venue, money, probe, ...contracts }: CallParameters<ListMoneyParameters, MoneyVenue>) =>
    contractCall(contracts[venue], listMoneyFunction, [money, probe]),
  event: moneyListedEvent,
});

/** {@link listMoney}, then waits: answers with the receipt and the `MoneyListed` event. */
export const listMoneySync = /* @__PURE__ */ defineSync(listMoney);
