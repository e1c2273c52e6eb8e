import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { withdrawEvent, withdrawFunction } from "../../generated/abi/seniorPool.ts";
import type { CreditPool } from "./previewPools.ts";
import { type PoolContract, poolContracts, poolTables } from "./venues.ts";

/** Parameters of {@link withdrawFromPool}. */
export type WithdrawFromPoolParameters = {
  /** Which of the two. */
  pool: CreditPool;
  /** Money units. */
  assets: bigint;
  /** Who gets it; the signer when left out. */
  receiver?: Address | undefined;
  /** Whose position; the signer when left out. */
  owner?: Address | undefined;
};

/**
 * Leaves a pool by an amount of money. Senior: at what leaving pays now, as far as cash goes past the queue. First loss: of shares whose notice is over, as far as the debt stays within what the rest may carry.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link WithdrawFromPoolParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC4626ExceededMaxWithdrawError} when not so much can leave now.
 * @throws {@link ERC20InsufficientAllowanceError} when the owner did not allow it.
 *
 * @example
 * ```ts
 * const hash = await withdrawFromPool(client, { pool: "senior", assets });
 * ```
 */
export const withdrawFromPool = /* @__PURE__ */ defineWrite({
  contracts: poolTables,
  call: ({
    account,
    pool,
    assets,
    receiver = account,
    owner = account,
    ...contracts
  }: CallParameters<WithdrawFromPoolParameters, PoolContract>) =>
    contractCall(contracts[poolContracts[pool]], withdrawFunction, [assets, receiver, owner]),
  event: withdrawEvent,
});

/** {@link withdrawFromPool}, then waits: answers with the receipt and the `Withdraw` event. */
export const withdrawFromPoolSync = /* @__PURE__ */ defineSync(withdrawFromPool);
