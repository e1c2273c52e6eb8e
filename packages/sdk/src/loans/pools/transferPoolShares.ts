import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { transferEvent, transferFunction } from "../../generated/abi/seniorPool.ts";
import type { CreditPool } from "./previewPools.ts";
import { type PoolContract, poolContracts, poolTables } from "./venues.ts";

/** Parameters of {@link transferPoolShares}. */
export type TransferPoolSharesParameters = {
  /** Which of the two. */
  pool: CreditPool;
  /** Who gets them. */
  to: Address;
  /** Units of shares (12 decimals). */
  shares: bigint;
};

/**
 * Sends shares of a pool to another account. They are bearer tokens: nothing brings them back.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link TransferPoolSharesParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds fewer.
 * @throws {@link ERC20InvalidReceiverError} when the receiver is the zero address.
 *
 * @example
 * ```ts
 * const hash = await transferPoolShares(client, { pool: "senior", to, shares });
 * ```
 */
export const transferPoolShares = /* @__PURE__ */ defineWrite({
  contracts: poolTables,
  call: ({ pool, to, shares, ...contracts }: CallParameters<TransferPoolSharesParameters, PoolContract>) =>
    contractCall(contracts[poolContracts[pool]], transferFunction, [to, shares]),
  event: transferEvent,
});

/** {@link transferPoolShares}, then waits: answers with the receipt and the `Transfer` event. */
export const transferPoolSharesSync = /* @__PURE__ */ defineSync(transferPoolShares);
