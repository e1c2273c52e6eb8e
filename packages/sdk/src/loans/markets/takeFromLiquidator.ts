import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { takeFunction } from "../../generated/abi/liquidator.ts";
import { transferEvent } from "../../generated/abi/qtiToken.ts";
import { liquidator } from "../../generated/addressTables.ts";

/** Parameters of {@link takeFromLiquidator}. */
export type TakeFromLiquidatorParameters = {
  /** What waits there. */
  token: Address;
  /** Its units. */
  amount: bigint;
  /** Who gets it; the signer when left out. */
  receiver?: Address | undefined;
};

/**
 * Takes out what waits in a liquidator of one's own, such as shares of an asset that its rules did not let it hand on at once.
 *
 * @param client - A viem client of the liquidator's owner.
 * @param parameters - {@link TakeFromLiquidatorParameters}
 * @returns Hash of the transaction.
 * @throws {@link OwnableUnauthorizedAccountError} when the signer does not own it.
 * @throws {@link ERC20InsufficientBalanceError} when less is there.
 *
 * @example
 * ```ts
 * const hash = await takeFromLiquidator(client, { token: params.collateral, amount });
 * ```
 */
export const takeFromLiquidator = /* @__PURE__ */ defineWrite({
  contracts: { liquidator },
  call: ({
    liquidator,
    account,
    token,
    amount,
    receiver = account,
  }: CallParameters<TakeFromLiquidatorParameters, "liquidator">) =>
    contractCall(liquidator, takeFunction, [token, amount, receiver]),
  event: transferEvent,
});

/** {@link takeFromLiquidator}, then waits: answers with the receipt and the `Transfer` event. */
export const takeFromLiquidatorSync = /* @__PURE__ */ defineSync(takeFromLiquidator);
