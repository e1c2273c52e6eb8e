import type { Address } from "viem";

/** An underwriter's word on the limit of a person's line. */
export type CreditAttestation = {
  /** Any account of the borrower's identity. */
  account: Address;
  /** The line's new limit, in money units. */
  limit: bigint;
  /** From `getCreditNonce`. */
  nonce: bigint;
  /** Unix seconds. */
  deadline: bigint;
};

/** Parameters of {@link creditAttestationTypedData}. */
export type CreditAttestationTypedDataParameters = {
  chainId: number;
  /** Address of `CreditLines`. */
  creditLines: Address;
  attestation: CreditAttestation;
};

/**
 * EIP-712 message that an underwriter signs. Pure; asks nobody.
 *
 * @param parameters - {@link CreditAttestationTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`.
 *
 * @example
 * ```ts
 * const nonce = await getCreditNonce(client, { account });
 * const word = { account, limit: 200n * 10n ** 6n, nonce, deadline };
 * const signed = await client.signTypedData(
 *   creditAttestationTypedData({ chainId, creditLines: address, attestation: word }),
 * );
 * ```
 */
export function creditAttestationTypedData(parameters: CreditAttestationTypedDataParameters) {
  const { chainId, creditLines, attestation } = parameters;
  return {
    domain: { name: "QTI Credit", version: "1", chainId, verifyingContract: creditLines },
    primaryType: "CreditAttestation",
    types: {
      CreditAttestation: [
        { name: "account", type: "address" },
        { name: "limit", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message: attestation,
  } as const;
}
