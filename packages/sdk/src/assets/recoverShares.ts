import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { recoverFunction, sharesRecoveredEvent } from "../generated/abi/assetToken.ts";

/** Parameters of {@link recoverShares}. */
export type RecoverSharesParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** Account that was recovered. */
  lost: Address;
};

/**
 * Moves all shares of a recovered account, and what of them is frozen, to its successor. Also while paused or matured, and
 * without limits of quantity; the successor must be able to receive.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link RecoverSharesParameters}
 * @returns Hash of the transaction.
 * @throws {@link AssetTokenNotRecoveredError} when the account was not recovered.
 * @throws {@link ERC7943CannotReceiveError} when the successor may not hold the shares.
 *
 * @example
 * ```ts
 * const { event } = await recoverSharesSync(client, { asset, lost });
 * console.log(event.args.amount);
 * ```
 */
export const recoverShares = /* @__PURE__ */ defineWrite({
  contracts: {},
  call: ({ asset, lost }: CallParameters<RecoverSharesParameters, never>) =>
    contractCall(asset, recoverFunction, [lost]),
  event: sharesRecoveredEvent,
});

/** {@link recoverShares}, then waits: answers with the receipt and the `SharesRecovered` event. */
export const recoverSharesSync = /* @__PURE__ */ defineSync(recoverShares);
