import type { Hex } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { linkWalletFunction, walletLinkedEvent } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";
import type { WalletLink } from "./attestation.ts";

/** Parameters of {@link linkWallet}. Each signature is over `walletLinkTypedData`. */
export type LinkWalletParameters = {
  link: WalletLink;
  accountSignature: Hex;
  newAccountSignature: Hex;
  attesterSignature: Hex;
};

/**
 * Joins an account that never had an identity to the identity of another. Final: identities never merge or split.
 *
 * @param client - A viem client with an account; anyone may submit.
 * @param parameters - {@link LinkWalletParameters}
 * @returns Hash of the transaction.
 * @throws {@link IdentityInvalidSignerError} when one of the three signatures is wrong.
 * @throws {@link IdentityAccountTakenError} when the new account has an identity.
 * @throws {@link IdentityNotInGoodStandingError} when the identity is frozen, revoked or expired.
 * @throws {@link IdentityTooManyAccountsError} when the identity has eight accounts.
 *
 * @example
 * ```ts
 * const hash = await linkWallet(client, { link, accountSignature, newAccountSignature, attesterSignature });
 * ```
 */
export const linkWallet = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({
    identityRegistry,
    link,
    accountSignature,
    newAccountSignature,
    attesterSignature,
  }: CallParameters<LinkWalletParameters, "identityRegistry">) =>
    contractCall(identityRegistry, linkWalletFunction, [
      link,
      accountSignature,
      newAccountSignature,
      attesterSignature,
    ]),
  event: walletLinkedEvent,
});

/** {@link linkWallet}, then waits: answers with the receipt and the `WalletLinked` event. */
export const linkWalletSync = /* @__PURE__ */ defineSync(linkWallet);
