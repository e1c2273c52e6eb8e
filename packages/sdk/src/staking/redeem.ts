import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { redeemFunction, withdrawEvent } from "../generated/abi/stakingVault.ts";
import { stakingVault } from "../generated/addressTables.ts";

/** Parameters of {@link redeem}. */
export type RedeemParameters = {
  /** sQTI units (24 decimals) to burn. */
  shares: bigint;
  /** Who gets the QTI; the signer when left out. */
  receiver?: Address | undefined;
  /** Whose sQTI is burnt; the signer when left out, another only with an allowance. */
  owner?: Address | undefined;
};

/**
 * Burns an exact amount of sQTI for the QTI it is worth. Never paused. With all of `getPosition().shares` it leaves
 * nothing behind, which `withdraw` cannot promise while the price grows.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link RedeemParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC4626ExceededMaxRedeemError} when the owner holds less sQTI.
 * @throws {@link ERC20InsufficientAllowanceError} when the stake is another's who did not allow it.
 *
 * @example
 * ```ts
 * const { shares } = await getPosition(client, { account });
 * const hash = await redeem(client, { shares });
 * ```
 */
export const redeem = /* @__PURE__ */ defineWrite({
  contracts: { stakingVault },
  call: ({
    stakingVault,
    account,
    shares,
    receiver = account,
    owner = account,
  }: CallParameters<RedeemParameters, "stakingVault">) =>
    contractCall(stakingVault, redeemFunction, [shares, receiver, owner]),
  event: withdrawEvent,
});

/** {@link redeem}, then waits: answers with the receipt and the `Withdraw` event. */
export const redeemSync = /* @__PURE__ */ defineSync(redeem);
