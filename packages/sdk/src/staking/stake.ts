import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import type { PermitSignature } from "../core/permit.ts";
import { stakedEvent, stakeFunction, stakeWithPermitFunction } from "../generated/abi/stakingPool.ts";
import { stakingPool } from "../generated/addressTables.ts";

/** Parameters of {@link stake}. */
export type StakeParameters = {
  /** QTI units (18 decimals). */
  amount: bigint;
  /** Which lock: its place in what `getLocks` answers, from 0 for none. */
  lock: number;
  /** From a requirement of type `permit`; replaces an approval. */
  permit?: PermitSignature | undefined;
};

/**
 * Stakes QTI in a new position of the pool: rewards flow to it by its amount and by the multiplier of the lock that is chosen, and
 * who leaves before the unlock leaves a penalty to those who stay (`previewEarlyExit`).
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link StakeParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval or permit; `requirements` says what is missing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little QTI.
 * @throws {@link StakingUnknownLockError} when there is no such lock.
 * @throws {@link StakingZeroAmountError} when the amount is zero.
 * @throws {@link PauseActiveError} while new stake is paused.
 *
 * @example
 * ```ts
 * const [missing] = await requirements(client, { action: "stake", amount, owner });
 * const permit = missing?.type === "permit" ? missing.apply(await client.signTypedData(missing.typedData)) : {};
 * const { event } = await stakeSync(client, { amount, lock: 2, ...permit });
 * const { positionId } = event.args;
 * ```
 */
export const stake = /* @__PURE__ */ defineWrite({
  contracts: { stakingPool },
  call: ({ stakingPool, amount, lock, permit }: CallParameters<StakeParameters, "stakingPool">) =>
    permit
      ? contractCall(stakingPool, stakeWithPermitFunction, [
          amount,
          lock,
          permit.deadline,
          permit.v,
          permit.r,
          permit.s,
        ])
      : contractCall(stakingPool, stakeFunction, [amount, lock]),
  event: stakedEvent,
});

/** {@link stake}, then waits: answers with the receipt and the `Staked` event. */
export const stakeSync = /* @__PURE__ */ defineSync(stake);
