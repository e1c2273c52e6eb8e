import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { withdrawFunction, withdrawnEvent } from "../generated/abi/stakingPool.ts";
import { stakingPool } from "../generated/addressTables.ts";

/** Parameters of {@link withdrawPosition}. */
export type WithdrawPositionParameters = {
  /** From the `Staked` event, or the index. */
  positionId: bigint;
  /** QTI units (18 decimals) that leave the position, a penalty among them. */
  amount: bigint;
  /** Who gets the QTI; the signer when left out. */
  recipient?: Address | undefined;
};

/**
 * Takes QTI out of a position. Never paused. Before the unlock a penalty stays in the pool and flows to all who stake there:
 * `previewEarlyExit` says how much. Rewards are not touched; `claimRewards` pays them.
 *
 * @param client - A viem client with the account of the owner.
 * @param parameters - {@link WithdrawPositionParameters}
 * @returns Hash of the transaction.
 * @throws {@link StakingExceedsPositionError} when the position holds less.
 * @throws {@link StakingNotOwnerError} when the position is another's.
 * @throws {@link StakingUnknownPositionError} when there is no such position.
 * @throws {@link StakingZeroAmountError} when the amount is zero.
 *
 * @example
 * ```ts
 * const { received, penalty } = await previewEarlyExit(client, { positionId, amount });
 * show(received, penalty);
 * const hash = await withdrawPosition(client, { positionId, amount });
 * ```
 */
export const withdrawPosition = /* @__PURE__ */ defineWrite({
  contracts: { stakingPool },
  call: ({
    stakingPool,
    account,
    positionId,
    amount,
    recipient = account,
  }: CallParameters<WithdrawPositionParameters, "stakingPool">) =>
    contractCall(stakingPool, withdrawFunction, [positionId, amount, recipient]),
  event: withdrawnEvent,
});

/** {@link withdrawPosition}, then waits: answers with the receipt and the `Withdrawn` event. */
export const withdrawPositionSync = /* @__PURE__ */ defineSync(withdrawPosition);
