import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { authorizationSetEvent, setAuthorizationFunction } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";

/** Parameters of {@link setMarketAuthorization}. */
export type SetMarketAuthorizationParameters = {
  /** Who may act, or may no more. */
  authorized: Address;
  /** `false` takes it back. */
  isAuthorized: boolean;
};

/**
 * Lets another account do everything for the signer in all markets but authorize: withdraw, borrow and take collateral to where it likes. Or no more.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link SetMarketAuthorizationParameters}
 * @returns Hash of the transaction.
 *
 * @example
 * ```ts
 * const hash = await setMarketAuthorization(client, { authorized: spender, isAuthorized: true });
 * ```
 */
export const setMarketAuthorization = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    authorized,
    isAuthorized,
  }: CallParameters<SetMarketAuthorizationParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, setAuthorizationFunction, [authorized, isAuthorized]),
  event: authorizationSetEvent,
});

/** {@link setMarketAuthorization}, then waits: answers with the receipt and the `AuthorizationSet` event. */
export const setMarketAuthorizationSync = /* @__PURE__ */ defineSync(setMarketAuthorization);
