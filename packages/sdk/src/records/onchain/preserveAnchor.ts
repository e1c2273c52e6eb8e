import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { anchorPreservedEvent, preserveFunction } from "../../generated/abi/recordAnchor.ts";
import { recordAnchor } from "../../generated/addressTables.ts";

/** {@link preserveAnchor} needs nothing but a signer. */
export type PreserveAnchorParameters = object;

/**
 * Keeps the newest root of the log of records on the chain for ever; otherwise the next one takes its place.
 *
 * @param client - A viem client with an account; anyone may.
 * @returns Hash of the transaction.
 * @throws {@link AnchorUnknownError} when nothing was ever anchored.
 *
 * @example
 * ```ts
 * const { event } = await preserveAnchorSync(client);
 * console.log(event.args.index);
 * ```
 */
export const preserveAnchor = /* @__PURE__ */ defineWrite({
  contracts: { recordAnchor },
  call: ({ recordAnchor }: CallParameters<PreserveAnchorParameters, "recordAnchor">) =>
    contractCall(recordAnchor, preserveFunction, []),
  event: anchorPreservedEvent,
});

/** {@link preserveAnchor}, then waits: answers with the receipt and the `AnchorPreserved` event. */
export const preserveAnchorSync = /* @__PURE__ */ defineSync(preserveAnchor);
