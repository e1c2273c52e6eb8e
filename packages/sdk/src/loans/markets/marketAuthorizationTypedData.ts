import type { Address } from "viem";

/** Permission to act for an account in all markets. */
export type MarketAuthorization = {
  /** Who gives it. */
  authorizer: Address;
  /** Who may act. */
  authorized: Address;
  /** `false` takes it back. */
  isAuthorized: boolean;
  /** From `getMarketNonce`. */
  nonce: bigint;
  /** Unix seconds. */
  deadline: bigint;
};

/** Parameters of {@link marketAuthorizationTypedData}. */
export type MarketAuthorizationTypedDataParameters = {
  chainId: number;
  /** Address of `LendingMarkets`. */
  lendingMarkets: Address;
  authorization: MarketAuthorization;
};

/**
 * EIP-712 message by which an account lets another act for it in the markets. Pure; asks nobody.
 *
 * @param parameters - {@link MarketAuthorizationTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`.
 *
 * @example
 * ```ts
 * const nonce = await getMarketNonce(client, { account: owner });
 * const authorization = { authorizer: owner, authorized: spender, isAuthorized: true, nonce, deadline };
 * const signed = await client.signTypedData(
 *   marketAuthorizationTypedData({ chainId, lendingMarkets: address, authorization }),
 * );
 * ```
 */
export function marketAuthorizationTypedData(parameters: MarketAuthorizationTypedDataParameters) {
  const { chainId, lendingMarkets, authorization } = parameters;
  return {
    domain: { name: "QTI Markets", version: "1", chainId, verifyingContract: lendingMarkets },
    primaryType: "Authorization",
    types: {
      Authorization: [
        { name: "authorizer", type: "address" },
        { name: "authorized", type: "address" },
        { name: "isAuthorized", type: "bool" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message: authorization,
  } as const;
}
