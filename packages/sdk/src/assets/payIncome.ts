import type { Address, Hash } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { incomePaidEvent, payIncomeFunction } from "../generated/abi/incomeDistributor.ts";
import { incomeDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link payIncome}. */
export type PayIncomeParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** A token that the income distributor lists as money. */
  money: Address;
  /** Money units that are paid in. */
  amount: bigint;
  /** Block at whose end the holdings count; mined already. */
  recordBlock: bigint;
  /** Unix seconds, 30 to 3,650 days away; from then on the rest returns to the issuer. */
  expiry: number;
  /** Of the tree of claims. */
  root: Hash;
  /** Sum of the claims, at most `amount`. */
  total: bigint;
  /** How the claims are computed, or where they can be read. */
  uri: string;
};

/**
 * Pays income of an asset in and proposes who gets how much of it. A day passes in which everyone can check the list.
 *
 * @param client - A viem client with the account of the issuer.
 * @param parameters - {@link PayIncomeParameters}
 * @returns Hash of the transaction.
 * @throws {@link IncomeNotIssuerError} when the account is not the issuer.
 * @throws {@link IncomeInvalidExpiryError} when the expiry is too near or too far.
 * @throws {@link MoneyNotListedError} when the token is not taken as money.
 * @throws {@link ERC20InsufficientAllowanceError} without approval; `requirements` says what is missing.
 *
 * @example
 * ```ts
 * const uri = "qti:income/v1";
 * const hash = await payIncome(issuerClient, { asset, money, amount, recordBlock, expiry, root, total, uri });
 * ```
 */
export const payIncome = /* @__PURE__ */ defineWrite({
  contracts: { incomeDistributor },
  call: ({
    incomeDistributor,
    asset,
    money,
    amount,
    recordBlock,
    expiry,
    root,
    total,
    uri,
  }: CallParameters<PayIncomeParameters, "incomeDistributor">) =>
    contractCall(incomeDistributor, payIncomeFunction, [
      asset,
      money,
      amount,
      recordBlock,
      expiry,
      root,
      total,
      uri,
    ]),
  event: incomePaidEvent,
});

/** {@link payIncome}, then waits: answers with the receipt and the `IncomePaid` event. */
export const payIncomeSync = /* @__PURE__ */ defineSync(payIncome);
