import type { Address } from "viem";
import { identityDomain } from "./typedData.ts";

/** Parameters of {@link recoveryObjectionTypedData}. */
export type RecoveryObjectionTypedDataParameters = {
  chainId: number;
  /** Address of the `IdentityRegistry`. */
  registry: Address;
  lost: Address;
  /** From `getRecovery`. */
  successor: Address;
  /** From `getRecovery`. */
  readyAt: number;
};

/**
 * EIP-712 message by which the owner of an account says that it is not lost, so that somebody else can submit it. Pure.
 *
 * @param parameters - {@link RecoveryObjectionTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`, to be signed by the account that was said to be lost.
 *
 * @example
 * ```ts
 * const signature = await client.signTypedData(
 *   recoveryObjectionTypedData({ chainId, registry, lost, successor, readyAt: 1_800_000_000 }),
 * );
 * ```
 */
export function recoveryObjectionTypedData({
  chainId,
  registry,
  ...message
}: RecoveryObjectionTypedDataParameters) {
  return {
    domain: identityDomain(chainId, registry),
    primaryType: "RecoveryObjection",
    types: {
      RecoveryObjection: [
        { name: "lost", type: "address" },
        { name: "successor", type: "address" },
        { name: "readyAt", type: "uint48" },
      ],
    },
    message,
  } as const;
}
