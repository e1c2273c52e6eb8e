import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { giveNoticeFunction, noticeGivenEvent } from "../../generated/abi/firstLossPool.ts";
import { firstLossPool } from "../../generated/addressTables.ts";

/** Parameters of {@link giveNotice}. */
export type GiveNoticeParameters = {
  /** Units of first-loss shares (12 decimals). */
  shares: bigint;
};

/**
 * Gives notice for first-loss shares: after 60 days they can be redeemed, for 30 days. Adding to a notice starts its 60 days anew for all of it.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link GiveNoticeParameters}
 * @returns Hash of the transaction.
 * @throws {@link FirstLossZeroSharesError} when it is zero.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds fewer.
 *
 * @example
 * ```ts
 * const hash = await giveNotice(client, { shares });
 * ```
 */
export const giveNotice = /* @__PURE__ */ defineWrite({
  contracts: { firstLossPool },
  call: ({ firstLossPool, shares }: CallParameters<GiveNoticeParameters, "firstLossPool">) =>
    contractCall(firstLossPool, giveNoticeFunction, [shares]),
  event: noticeGivenEvent,
});

/** {@link giveNotice}, then waits: answers with the receipt and the `NoticeGiven` event. */
export const giveNoticeSync = /* @__PURE__ */ defineSync(giveNotice);
