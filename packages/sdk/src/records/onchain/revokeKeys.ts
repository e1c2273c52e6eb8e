import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { keysRevokedEvent, revokeFunction } from "../../generated/abi/keyDirectory.ts";
import { keyDirectory } from "../../generated/addressTables.ts";

/** Parameters of {@link revokeKeys}. */
export type RevokeKeysParameters = {
  /** Number among the caller's entries, from 0. */
  index: bigint;
};

/**
 * Revokes keys of the caller for ever.
 *
 * @param client - A viem client with the account that registered them.
 * @param parameters - {@link RevokeKeysParameters}
 * @returns Hash of the transaction.
 * @throws {@link KeysUnknownError} when there is no such entry.
 * @throws {@link KeysAlreadyRevokedError} when it is revoked.
 *
 * @example
 * ```ts
 * const hash = await revokeKeys(client, { index: 0n });
 * ```
 */
export const revokeKeys = /* @__PURE__ */ defineWrite({
  contracts: { keyDirectory },
  call: ({ keyDirectory, index }: CallParameters<RevokeKeysParameters, "keyDirectory">) =>
    contractCall(keyDirectory, revokeFunction, [index]),
  event: keysRevokedEvent,
});

/** {@link revokeKeys}, then waits: answers with the receipt and the `KeysRevoked` event. */
export const revokeKeysSync = /* @__PURE__ */ defineSync(revokeKeys);
