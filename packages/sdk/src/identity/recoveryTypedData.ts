import type { Address } from "viem";
import { identityDomain } from "./typedData.ts";

/** Parameters of {@link recoveryTypedData}. */
export type RecoveryTypedDataParameters = {
  chainId: number;
  /** Address of the `IdentityRegistry`. */
  registry: Address;
  lost: Address;
  successor: Address;
  /** `getIdentityNonce` of the successor. */
  nonce: bigint;
  /** Unix seconds until which it counts. */
  deadline: bigint;
};

/**
 * EIP-712 message by which an account agrees to take the place of a lost one. Pure; asks nobody.
 *
 * @param parameters - {@link RecoveryTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`, to be signed by the successor.
 *
 * @example
 * ```ts
 * const nonce = await getIdentityNonce(client, { account: successor });
 * const message = recoveryTypedData({ chainId, registry, lost, successor, nonce, deadline });
 * const signature = await successorClient.signTypedData(message);
 * ```
 */
export function recoveryTypedData({ chainId, registry, ...message }: RecoveryTypedDataParameters) {
  return {
    domain: identityDomain(chainId, registry),
    primaryType: "Recovery",
    types: {
      Recovery: [
        { name: "lost", type: "address" },
        { name: "successor", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message,
  } as const;
}
