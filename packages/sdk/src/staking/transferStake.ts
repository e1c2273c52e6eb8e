import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { transferEvent, transferFunction } from "../generated/abi/stakingVault.ts";
import { stakingVault } from "../generated/addressTables.ts";

/** Parameters of {@link transferStake}. */
export type TransferStakeParameters = {
  /** Who gets the sQTI. */
  to: Address;
  /** sQTI units (24 decimals). */
  shares: bigint;
};

/**
 * Sends a stake in the vault to another account: its sQTI, which go on growing there. They are bearer tokens: nothing brings them back.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link TransferStakeParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little sQTI.
 * @throws {@link ERC20InvalidReceiverError} when the receiver is the zero address.
 *
 * @example
 * ```ts
 * const hash = await transferStake(client, { to, shares });
 * ```
 */
export const transferStake = /* @__PURE__ */ defineWrite({
  contracts: { stakingVault },
  call: ({ stakingVault, to, shares }: CallParameters<TransferStakeParameters, "stakingVault">) =>
    contractCall(stakingVault, transferFunction, [to, shares]),
  event: transferEvent,
});

/** {@link transferStake}, then waits: answers with the receipt and the `Transfer` event. */
export const transferStakeSync = /* @__PURE__ */ defineSync(transferStake);
