import type { Hex } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { anchorFunction, rootAnchoredEvent } from "../../generated/abi/recordAnchor.ts";
import { recordAnchor } from "../../generated/addressTables.ts";

/** Parameters of {@link anchorRoot}. */
export type AnchorRootParameters = {
  /** RFC 6962 root of the log. */
  root: Hex;
  /** Leaves under it. */
  size: bigint;
};

/**
 * Anchors a root of the log of records.
 *
 * @param client - A viem client whose account holds ANCHORER.
 * @param parameters - {@link AnchorRootParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AnchorSizeNotRisingError} when the log did not grow.
 * @throws {@link AnchorTimeNotRisingError} when another root was anchored in the same block.
 *
 * @example
 * ```ts
 * const hash = await anchorRoot(anchorerClient, { root, size });
 * ```
 */
export const anchorRoot = /* @__PURE__ */ defineWrite({
  contracts: { recordAnchor },
  call: ({ recordAnchor, root, size }: CallParameters<AnchorRootParameters, "recordAnchor">) =>
    contractCall(recordAnchor, anchorFunction, [root, size]),
  event: rootAnchoredEvent,
});

/** {@link anchorRoot}, then waits: answers with the receipt and the `RootAnchored` event. */
export const anchorRootSync = /* @__PURE__ */ defineSync(anchorRoot);
