import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { forcedTransferFunction } from "../generated/abi/assetRegistry.ts";
import { forcedTransferEvent } from "../generated/abi/assetToken.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link forcedTransfer}. */
export type ForcedTransferParameters = {
  /** Address of the asset's token. */
  asset: Address;
  from: Address;
  to: Address;
  /** Share units (18 decimals). */
  amount: bigint;
};

/**
 * Moves shares without their holder, as a court orders. The receiver must be one who may hold them.
 *
 * @param client - A viem client whose account holds COMPLIANCE_FORCE; its 48 hours must have passed since scheduling.
 * @param parameters - {@link ForcedTransferParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link ERC7943CannotReceiveError} when the receiver may not hold the shares.
 * @throws {@link AssetTokenInvalidForcedTransferError} when both sides are the same.
 *
 * @example
 * ```ts
 * const hash = await forcedTransfer(forceClient, { asset, from, to, amount });
 * ```
 */
export const forcedTransfer = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({
    assetRegistry,
    asset,
    from,
    to,
    amount,
  }: CallParameters<ForcedTransferParameters, "assetRegistry">) =>
    contractCall(assetRegistry, forcedTransferFunction, [asset, from, to, amount]),
  event: forcedTransferEvent,
});

/** {@link forcedTransfer}, then waits: answers with the receipt and the `ForcedTransfer` event. */
export const forcedTransferSync = /* @__PURE__ */ defineSync(forcedTransfer);
