import type { Hex } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { claimFunction, tapsClaimedEvent } from "../generated/abi/tapRewards.ts";
import { tapRewards } from "../generated/addressTables.ts";
import type { TapVoucher } from "./tapVoucherTypedData.ts";

/** Parameters of {@link claimTaps}. */
export type ClaimTapsParameters = {
  /** What the oracle states: how much the person behind the account has earned in all. */
  voucher: TapVoucher;
  /** The oracle's, over `tapVoucherTypedData`. */
  signature: Hex;
};

/**
 * Claims the points of a voucher for taps. Anyone may do it for anyone: the points go to the account that the voucher names. It pays
 * what was not claimed before, up to what is left of the day's cap; the rest is in the next voucher.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link ClaimTapsParameters}
 * @returns Hash of the transaction.
 * @throws {@link TapVoucherExpiredError} after the voucher's deadline.
 * @throws {@link TapInvalidSignerError} when the oracle did not sign it, or its key was changed.
 * @throws {@link TapSequenceUsedError} when this or a later voucher was used or revoked.
 * @throws {@link TapSequenceTooHighError} when its number leaps too far.
 * @throws {@link TapNoIdentityError} when the account is not verified and in good standing.
 * @throws {@link TapNothingToClaimError} when all of it was claimed.
 * @throws {@link TapDailyCapReachedError} when the cap of the day is claimed.
 * @throws {@link PointsQuotaExceededError} when all people together have earned what can be earned this way for now.
 * @throws {@link PauseActiveError} while claims are paused.
 *
 * @example
 * ```ts
 * const { event } = await claimTapsSync(client, { voucher, signature });
 * show(event.args.amount);
 * ```
 */
export const claimTaps = /* @__PURE__ */ defineWrite({
  contracts: { tapRewards },
  call: ({ tapRewards, voucher, signature }: CallParameters<ClaimTapsParameters, "tapRewards">) =>
    contractCall(tapRewards, claimFunction, [voucher, signature]),
  event: tapsClaimedEvent,
});

/** {@link claimTaps}, then waits: answers with the receipt and the `TapsClaimed` event. */
export const claimTapsSync = /* @__PURE__ */ defineSync(claimTaps);
