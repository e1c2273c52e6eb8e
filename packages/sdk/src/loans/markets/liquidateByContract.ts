import { type Address, maxUint256 } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { liquidatedEvent } from "../../generated/abi/lendingMarkets.ts";
import { liquidateFunction } from "../../generated/abi/liquidator.ts";
import { liquidator } from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link liquidateByContract}. */
export type LiquidateByContractParameters = {
  /** What the market is. */
  params: MarketParams;
  /** Whose position. */
  borrower: Address;
  /** Shares of the debt to pay at most; all of them when left out. */
  shares?: bigint | undefined;
  /** Least units of collateral to accept for the money. */
  minSeized: bigint;
};

/**
 * Liquidates through a contract of one's own, whose address `contracts` says where the chain does not. It takes exactly what is paid out of the owner's wallet in the middle of the call, and
 * nothing if less collateral would come than is asked for. What the rules do not let it hand on waits there for
 * `takeFromLiquidator`.
 *
 * @param client - A viem client of the liquidator's owner, who has approved it to take the loan token.
 * @param parameters - {@link LiquidateByContractParameters}
 * @returns Hash of the transaction.
 * @throws {@link OwnableUnauthorizedAccountError} when the signer does not own it.
 * @throws {@link LiquidatorSeizedTooLittleError} when less would come.
 * @throws {@link MarketHealthyError} when the position is healthy.
 * @throws {@link MarketNotPermittedError} when the liquidator is not verified, and the collateral is a share of an asset.
 * @throws {@link ERC20InsufficientAllowanceError} when the liquidator may not take so much.
 *
 * @example
 * ```ts
 * const told = previewLiquidation({ collateral, debt, price, lltv: params.lltv });
 * if (told) {
 *   const minSeized = (told.seized * 99n) / 100n;
 *   await liquidateByContract(client, { params, borrower, minSeized, contracts: { liquidator: address } });
 * }
 * ```
 */
export const liquidateByContract = /* @__PURE__ */ defineWrite({
  contracts: { liquidator },
  call: ({
    liquidator,
    params,
    borrower,
    shares = maxUint256,
    minSeized,
  }: CallParameters<LiquidateByContractParameters, "liquidator">) =>
    contractCall(liquidator, liquidateFunction, [params, borrower, shares, minSeized]),
  event: liquidatedEvent,
});

/** {@link liquidateByContract}, then waits: answers with the receipt and the `Liquidated` event. */
export const liquidateByContractSync = /* @__PURE__ */ defineSync(liquidateByContract);
