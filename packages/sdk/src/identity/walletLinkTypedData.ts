import type { Address } from "viem";
import type { WalletLink } from "./attestation.ts";
import { identityDomain } from "./typedData.ts";

/** Parameters of {@link walletLinkTypedData}. */
export type WalletLinkTypedDataParameters = {
  chainId: number;
  /** Address of the `IdentityRegistry`. */
  registry: Address;
  link: WalletLink;
};

/**
 * EIP-712 message that both accounts and an attester sign to join a second account to an identity. Pure.
 *
 * @param parameters - {@link WalletLinkTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`.
 *
 * @example
 * ```ts
 * const newAccountSignature = await newAccount.signTypedData(walletLinkTypedData({ chainId, registry, link }));
 * ```
 */
export function walletLinkTypedData({ chainId, registry, link }: WalletLinkTypedDataParameters) {
  return {
    domain: identityDomain(chainId, registry),
    primaryType: "WalletLink",
    types: {
      WalletLink: [
        { name: "account", type: "address" },
        { name: "newAccount", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "newNonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message: link,
  } as const;
}
