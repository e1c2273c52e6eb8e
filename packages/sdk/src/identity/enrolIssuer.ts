import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { roleGrantedEvent } from "../generated/abi/accessManager.ts";
import { enrolIssuerFunction } from "../generated/abi/demoDesk.ts";
import { demoDesk } from "../generated/addressTables.ts";

/** {@link enrolIssuer} needs nothing but a signer. */
export type EnrolIssuerParameters = object;

/**
 * Gives the caller the ISSUER role on a development chain, in place of a human desk.
 *
 * @param client - A viem client with an account that is verified with at least tier 2.
 * @returns Hash of the transaction.
 * @throws {@link DemoDeskNotVerifiedError} when the account is not verified, or below tier 2.
 * @throws {@link AddressUnknownError} on a network without the demo desk.
 *
 * @example
 * ```ts
 * const hash = await enrolIssuer(client);
 * ```
 */
export const enrolIssuer = /* @__PURE__ */ defineWrite({
  contracts: { demoDesk },
  call: ({ demoDesk }: CallParameters<EnrolIssuerParameters, "demoDesk">) =>
    contractCall(demoDesk, enrolIssuerFunction, []),
  event: roleGrantedEvent,
});

/** {@link enrolIssuer}, then waits: answers with the receipt and the `RoleGranted` event. */
export const enrolIssuerSync = /* @__PURE__ */ defineSync(enrolIssuer);
