import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { suppliedEvent, supplyFunction } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketAmount } from "./amount.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link supplyToMarket}. */
export type SupplyToMarketParameters = MarketAmount & {
  /** What the market is. */
  params: MarketParams;
  /** Whose position; the signer when left out. */
  owner?: Address | undefined;
};

/**
 * Lends to a market. What is lent earns what its borrowers pay, and can be taken back as far as it is not lent.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link SupplyToMarketParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval; `requirements` says what is missing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little.
 * @throws {@link MarketUnknownError} when there is no such market.
 * @throws {@link MarketInvalidAmountsError} when both or neither of `assets` and `shares` are given.
 * @throws {@link MarketCapExceededError} when the market takes no more.
 * @throws {@link PauseActiveError} while it is paused.
 *
 * @example
 * ```ts
 * for (const missing of await requirements(client, { action: "supplyToMarket", params, assets, owner }))
 *   if (missing.type === "approval") await client.writeContract(missing.call);
 * const hash = await supplyToMarket(client, { params, assets });
 * ```
 */
export const supplyToMarket = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    account,
    assets = 0n,
    shares = 0n,
    params,
    owner = account,
  }: CallParameters<SupplyToMarketParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, supplyFunction, [params, assets, shares, owner, "0x"]),
  event: suppliedEvent,
});

/** {@link supplyToMarket}, then waits: answers with the receipt and the `Supplied` event. */
export const supplyToMarketSync = /* @__PURE__ */ defineSync(supplyToMarket);
