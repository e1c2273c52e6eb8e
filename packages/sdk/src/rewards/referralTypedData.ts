import type { Address } from "viem";

/** What a newcomer signs to name who brought it. */
export type Referral = {
  newcomer: Address;
  /** A verified account. */
  referrer: Address;
  /** `getReferral(...).nonce` */
  nonce: bigint;
  /** Unix seconds. */
  deadline: bigint;
};

/** Parameters of {@link referralTypedData}. */
export type ReferralTypedDataParameters = {
  chainId: number;
  /** Address of the `ReferralRegistry`. */
  referralRegistry: Address;
  referral: Referral;
};

/**
 * EIP-712 message by which a newcomer names its referrer, for someone else to submit. Pure; asks nobody.
 *
 * @param parameters - {@link ReferralTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`.
 *
 * @example
 * ```ts
 * const { nonce } = await getReferral(client, { newcomer });
 * const referral = { newcomer, referrer, nonce, deadline };
 * const signature = await client.signTypedData(referralTypedData({ chainId, referralRegistry, referral }));
 * ```
 */
export function referralTypedData({ chainId, referralRegistry, referral }: ReferralTypedDataParameters) {
  return {
    domain: { name: "QTI Referrals", version: "1", chainId, verifyingContract: referralRegistry },
    primaryType: "Referral",
    types: {
      Referral: [
        { name: "newcomer", type: "address" },
        { name: "referrer", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message: referral,
  } as const;
}
