import type { Address, Hex } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { bindFunction, referralBoundEvent } from "../generated/abi/referralRegistry.ts";
import { referralRegistry } from "../generated/addressTables.ts";
import type { Referral } from "./referralTypedData.ts";

/** Parameters of {@link bindReferral}: of the newcomer, or of who submits what it signed. */
export type BindReferralParameters =
  | {
      /** A verified account; its person earns by the newcomer. */
      referrer: Address;
    }
  | {
      /** What the newcomer signed. */
      referral: Referral;
      /** The newcomer's, over `referralTypedData`. */
      signature: Hex;
    };

/**
 * Names who brought a newcomer. By the newcomer itself, with nothing but the referrer; by anyone else with what the newcomer signed
 * (`referralTypedData`). Until the newcomer is verified it may name another.
 *
 * @param client - A viem client with the account of the newcomer, or any with its signature.
 * @param parameters - {@link BindReferralParameters}
 * @returns Hash of the transaction.
 * @throws {@link ReferralNotNewcomerError} when the newcomer is verified already.
 * @throws {@link ReferralReferrerNotVerifiedError} when the referrer is not verified and in good standing.
 * @throws {@link ReferralSelfError} when both are one account.
 * @throws {@link ReferralInvalidSignerError} when the newcomer did not sign.
 * @throws {@link ReferralInvalidNonceError} when the signature was used, or another was before it.
 * @throws {@link ReferralSignatureExpiredError} after its deadline.
 *
 * @example
 * ```ts
 * const hash = await bindReferral(client, { referrer });
 * ```
 */
export const bindReferral = /* @__PURE__ */ defineWrite({
  contracts: { referralRegistry },
  call: ({
    referralRegistry,
    account,
    ...given
  }: CallParameters<BindReferralParameters, "referralRegistry">) =>
    "referral" in given
      ? contractCall(referralRegistry, bindFunction, [given.referral, given.signature])
      : contractCall(referralRegistry, bindFunction, [
          { newcomer: account, referrer: given.referrer, nonce: 0n, deadline: 0n },
          "0x",
        ]),
  event: referralBoundEvent,
});

/** {@link bindReferral}, then waits: answers with the receipt and the `ReferralBound` event. */
export const bindReferralSync = /* @__PURE__ */ defineSync(bindReferral);
