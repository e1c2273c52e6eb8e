import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { endFunction, vouchEndedEvent } from "../../generated/abi/vouching.ts";
import { vouching } from "../../generated/addressTables.ts";

/** Parameters of {@link endVouch}. */
export type EndVouchParameters = {
  /** Number of the borrower's identity. */
  identity: bigint;
};

/**
 * Takes what the signer's vouch added off the limit, at once; its shares come back as soon as the line does without them: in the same call, or with `unlockVouch`.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link EndVouchParameters}
 * @returns Hash of the transaction.
 * @throws {@link VouchingNoneError} when there is no such vouch.
 * @throws {@link VouchingNotOwnerError} when another account of the person vouched.
 *
 * @example
 * ```ts
 * const hash = await endVouch(client, { identity });
 * ```
 */
export const endVouch = /* @__PURE__ */ defineWrite({
  contracts: { vouching },
  call: ({ vouching, identity }: CallParameters<EndVouchParameters, "vouching">) =>
    contractCall(vouching, endFunction, [identity]),
  event: vouchEndedEvent,
});

/** {@link endVouch}, then waits: answers with the receipt and the `VouchEnded` event. */
export const endVouchSync = /* @__PURE__ */ defineSync(endVouch);
