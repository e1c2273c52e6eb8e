import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { cancelNoticeFunction, noticeCancelledEvent } from "../../generated/abi/firstLossPool.ts";
import { firstLossPool } from "../../generated/addressTables.ts";

/** {@link cancelNotice} needs nothing but a signer. */
export type CancelNoticeParameters = object;

/**
 * Takes back all shares under notice, also after it lapsed.
 *
 * @param client - A viem client with an account.
 * @returns Hash of the transaction.
 * @throws {@link FirstLossNoNoticeError} when there is none.
 *
 * @example
 * ```ts
 * const hash = await cancelNotice(client);
 * ```
 */
export const cancelNotice = /* @__PURE__ */ defineWrite({
  contracts: { firstLossPool },
  call: ({ firstLossPool }: CallParameters<CancelNoticeParameters, "firstLossPool">) =>
    contractCall(firstLossPool, cancelNoticeFunction, []),
  event: noticeCancelledEvent,
});

/** {@link cancelNotice}, then waits: answers with the receipt and the `NoticeCancelled` event. */
export const cancelNoticeSync = /* @__PURE__ */ defineSync(cancelNotice);
