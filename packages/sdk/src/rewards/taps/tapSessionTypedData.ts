import type { Address } from "viem";
import type { TapSession } from "./wire.ts";

/** Parameters of {@link tapSessionTypedData}. */
export type TapSessionTypedDataParameters = {
  chainId: number;
  /** Address of `TapRewards`. */
  tapRewards: Address;
  session: TapSession;
};

/**
 * EIP-712 message by which a wallet lets a key send taps for it. Pure; asks nobody. The key can do nothing else, and earns
 * for this wallet only.
 *
 * @param parameters - {@link TapSessionTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`; its hash is the id of the session.
 *
 * @example
 * ```ts
 * const signature = await client.signTypedData(tapSessionTypedData({ chainId, tapRewards, session }));
 * ```
 */
export function tapSessionTypedData({ chainId, tapRewards, session }: TapSessionTypedDataParameters) {
  return {
    domain: { name: "QTI Taps", version: "1", chainId, verifyingContract: tapRewards },
    primaryType: "TapSession",
    types: {
      TapSession: [
        { name: "account", type: "address" },
        { name: "key", type: "bytes" },
        { name: "issuedAt", type: "uint256" },
        { name: "expiresAt", type: "uint256" },
      ],
    },
    message: session,
  } as const;
}
