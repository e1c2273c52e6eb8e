import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { redeemFunction, withdrawEvent } from "../../generated/abi/seniorPool.ts";
import type { CreditPool } from "./previewPools.ts";
import { type PoolContract, poolContracts, poolTables } from "./venues.ts";

/** Parameters of {@link redeemFromPool}. */
export type RedeemFromPoolParameters = {
  /** Which of the two. */
  pool: CreditPool;
  /** Units of shares (12 decimals). */
  shares: bigint;
  /** Who gets it; the signer when left out. */
  receiver?: Address | undefined;
  /** Whose position; the signer when left out. */
  owner?: Address | undefined;
};

/**
 * Leaves a pool by a number of shares. Senior: at what leaving pays now, as far as cash goes past the queue. First loss: of shares whose notice is over, as far as the debt stays within what the rest may carry.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link RedeemFromPoolParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC4626ExceededMaxRedeemError} when not so many can leave now.
 * @throws {@link ERC20InsufficientAllowanceError} when the owner did not allow it.
 *
 * @example
 * ```ts
 * const { redeemable } = await getPoolShares(client, { pool: "senior", owner });
 * const hash = await redeemFromPool(client, { pool: "senior", shares: redeemable });
 * ```
 */
export const redeemFromPool = /* @__PURE__ */ defineWrite({
  contracts: poolTables,
  call: ({
    account,
    pool,
    shares,
    receiver = account,
    owner = account,
    ...contracts
  }: CallParameters<RedeemFromPoolParameters, PoolContract>) =>
    contractCall(contracts[poolContracts[pool]], redeemFunction, [shares, receiver, owner]),
  event: withdrawEvent,
});

/** {@link redeemFromPool}, then waits: answers with the receipt and the `Withdraw` event. */
export const redeemFromPoolSync = /* @__PURE__ */ defineSync(redeemFromPool);
