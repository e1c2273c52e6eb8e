import type { Address } from "viem";
import type { Attestation } from "./attestation.ts";
import { identityDomain } from "./typedData.ts";

/** Parameters of {@link attestationTypedData}. */
export type AttestationTypedDataParameters = {
  chainId: number;
  /** Address of the `IdentityRegistry`. */
  registry: Address;
  attestation: Attestation;
};

/**
 * EIP-712 message that an attester signs. Pure; asks nobody.
 *
 * @param parameters - {@link AttestationTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`.
 *
 * @example
 * ```ts
 * const signature = await attester.signTypedData(attestationTypedData({ chainId, registry, attestation }));
 * ```
 */
export function attestationTypedData({ chainId, registry, attestation }: AttestationTypedDataParameters) {
  return {
    domain: identityDomain(chainId, registry),
    primaryType: "Attestation",
    types: {
      Attestation: [
        { name: "account", type: "address" },
        { name: "identity", type: "bytes32" },
        { name: "country", type: "uint16" },
        { name: "tier", type: "uint8" },
        { name: "validUntil", type: "uint48" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message: attestation,
  } as const;
}
