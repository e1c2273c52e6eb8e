import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetForcedBurnEvent, forcedBurnFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link forcedBurn}. */
export type ForcedBurnParameters = {
  /** Address of the asset's token. */
  asset: Address;
  holder: Address;
  /** Share units (18 decimals). */
  amount: bigint;
};

/**
 * Burns shares without their holder, frozen ones too, as a court orders.
 *
 * @param client - A viem client whose account holds COMPLIANCE_FORCE; its 48 hours must have passed since scheduling.
 * @param parameters - {@link ForcedBurnParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link ERC20InsufficientBalanceError} when the holder has fewer.
 *
 * @example
 * ```ts
 * const hash = await forcedBurn(forceClient, { asset, holder, amount });
 * ```
 */
export const forcedBurn = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset, holder, amount }: CallParameters<ForcedBurnParameters, "assetRegistry">) =>
    contractCall(assetRegistry, forcedBurnFunction, [asset, holder, amount]),
  event: assetForcedBurnEvent,
});

/** {@link forcedBurn}, then waits: answers with the receipt and the `AssetForcedBurn` event. */
export const forcedBurnSync = /* @__PURE__ */ defineSync(forcedBurn);
