import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import type { PermitSignature } from "../core/permit.ts";
import { increaseFunction, increaseWithPermitFunction, stakedEvent } from "../generated/abi/stakingPool.ts";
import { stakingPool } from "../generated/addressTables.ts";

/** Parameters of {@link increasePosition}. */
export type IncreasePositionParameters = {
  /** From the `Staked` event, or the index. */
  positionId: bigint;
  /** QTI units (18 decimals) to add. */
  amount: bigint;
  /** From a requirement of type `permit`; replaces an approval. */
  permit?: PermitSignature | undefined;
};

/**
 * Adds QTI to a position. All of it is locked anew, for the full time of its lock; who does not want that opens a second one.
 *
 * @param client - A viem client with the account of the owner.
 * @param parameters - {@link IncreasePositionParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval or permit; `requirements` says what is missing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little QTI.
 * @throws {@link StakingNotOwnerError} when the position is another's.
 * @throws {@link StakingUnknownPositionError} when there is no such position.
 * @throws {@link PauseActiveError} while new stake is paused.
 *
 * @example
 * ```ts
 * const hash = await increasePosition(client, { positionId, amount: 50n * 10n ** 18n });
 * ```
 */
export const increasePosition = /* @__PURE__ */ defineWrite({
  contracts: { stakingPool },
  call: ({
    stakingPool,
    positionId,
    amount,
    permit,
  }: CallParameters<IncreasePositionParameters, "stakingPool">) =>
    permit
      ? contractCall(stakingPool, increaseWithPermitFunction, [
          positionId,
          amount,
          permit.deadline,
          permit.v,
          permit.r,
          permit.s,
        ])
      : contractCall(stakingPool, increaseFunction, [positionId, amount]),
  event: stakedEvent,
});

/** {@link increasePosition}, then waits: answers with the receipt and the `Staked` event. */
export const increasePositionSync = /* @__PURE__ */ defineSync(increasePosition);
