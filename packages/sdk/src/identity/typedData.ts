import type { Address } from "viem";

/** EIP-712 domain of the identity registry of one chain. */
export function identityDomain(chainId: number, registry: Address) {
  return { name: "QTI Identity", version: "1", chainId, verifyingContract: registry } as const;
}
