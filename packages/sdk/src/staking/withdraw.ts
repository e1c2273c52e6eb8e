import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { withdrawEvent, withdrawFunction } from "../generated/abi/stakingVault.ts";
import { stakingVault } from "../generated/addressTables.ts";

/** Parameters of {@link withdraw}. */
export type WithdrawParameters = {
  /** QTI units (18 decimals) to receive. */
  assets: bigint;
  /** Who gets the QTI; the signer when left out. */
  receiver?: Address | undefined;
  /** Whose sQTI is burnt; the signer when left out, another only with an allowance. */
  owner?: Address | undefined;
};

/**
 * Takes an exact amount of QTI out of the vault. Never paused. To leave with everything use `redeem`.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link WithdrawParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC4626ExceededMaxWithdrawError} when the stake is worth less.
 * @throws {@link ERC20InsufficientAllowanceError} when the stake is another's who did not allow it.
 *
 * @example
 * ```ts
 * const hash = await withdraw(client, { assets: 25n * 10n ** 18n });
 * ```
 */
export const withdraw = /* @__PURE__ */ defineWrite({
  contracts: { stakingVault },
  call: ({
    stakingVault,
    account,
    assets,
    receiver = account,
    owner = account,
  }: CallParameters<WithdrawParameters, "stakingVault">) =>
    contractCall(stakingVault, withdrawFunction, [assets, receiver, owner]),
  event: withdrawEvent,
});

/** {@link withdraw}, then waits: answers with the receipt and the `Withdraw` event. */
export const withdrawSync = /* @__PURE__ */ defineSync(withdraw);
