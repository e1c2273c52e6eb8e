import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { unlockFunction, vouchUnlockedEvent } from "../../generated/abi/vouching.ts";
import { vouching } from "../../generated/addressTables.ts";

/** Parameters of {@link unlockVouch}. */
export type UnlockVouchParameters = {
  /** Number of the borrower's identity. */
  identity: bigint;
};

/**
 * Gives the shares of an ended vouch back, once the line does without them.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link UnlockVouchParameters}
 * @returns Hash of the transaction.
 * @throws {@link VouchingStillNeededError} while a statement is open, or the debt is above the limit.
 * @throws {@link VouchingNoneError} when there is no such vouch.
 * @throws {@link VouchingNotOwnerError} when another account of the person vouched.
 *
 * @example
 * ```ts
 * const hash = await unlockVouch(client, { identity });
 * ```
 */
export const unlockVouch = /* @__PURE__ */ defineWrite({
  contracts: { vouching },
  call: ({ vouching, identity }: CallParameters<UnlockVouchParameters, "vouching">) =>
    contractCall(vouching, unlockFunction, [identity]),
  event: vouchUnlockedEvent,
});

/** {@link unlockVouch}, then waits: answers with the receipt and the `VouchUnlocked` event. */
export const unlockVouchSync = /* @__PURE__ */ defineSync(unlockVouch);
