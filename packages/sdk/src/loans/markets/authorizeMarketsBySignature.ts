import type { Hex } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import {
  authorizationSetEvent,
  setAuthorizationBySignatureFunction,
} from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketAuthorization } from "./marketAuthorizationTypedData.ts";

/** Parameters of {@link authorizeMarketsBySignature}. */
export type AuthorizeMarketsBySignatureParameters = {
  /** What was signed. */
  authorization: MarketAuthorization;
  /** Over `marketAuthorizationTypedData`. */
  signature: Hex;
};

/**
 * Brings an authorization that an account signed, for which it needs no coin.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link AuthorizeMarketsBySignatureParameters}
 * @returns Hash of the transaction.
 * @throws {@link MarketSignatureExpiredError} after its deadline.
 * @throws {@link MarketInvalidNonceError} when it was used.
 * @throws {@link MarketInvalidSignerError} when somebody else signed, or something else was signed.
 *
 * @example
 * ```ts
 * const { lendingMarkets } = await getContracts(client, { names: ["lendingMarkets"] });
 * const nonce = await getMarketNonce(client, { account: owner });
 * const authorization = { authorizer: owner, authorized: spender, isAuthorized: true, nonce, deadline };
 * const signed = await walletClient.signTypedData(marketAuthorizationTypedData({ chainId, lendingMarkets, authorization }));
 * const hash = await authorizeMarketsBySignature(client, { authorization, signature: signed });
 * ```
 */
export const authorizeMarketsBySignature = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    authorization,
    signature,
  }: CallParameters<AuthorizeMarketsBySignatureParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, setAuthorizationBySignatureFunction, [authorization, signature]),
  event: authorizationSetEvent,
});

/** {@link authorizeMarketsBySignature}, then waits: answers with the receipt and the `AuthorizationSet` event. */
export const authorizeMarketsBySignatureSync = /* @__PURE__ */ defineSync(authorizeMarketsBySignature);
