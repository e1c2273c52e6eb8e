import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pauseFunction } from "../generated/abi/assetRegistry.ts";
import { pauseSetEvent } from "../generated/abi/assetToken.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link pause}. */
export type PauseParameters = {
  /** Address of the asset's token. */
  asset: Address;
};

/**
 * Stops transfers of an asset between accounts for 14 days. Exits go on.
 *
 * @param client - A viem client whose account holds PAUSER.
 * @param parameters - {@link PauseParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AssetTokenPausedError} when a pause is running.
 *
 * @example
 * ```ts
 * const hash = await pause(pauserClient, { asset });
 * ```
 */
export const pause = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset }: CallParameters<PauseParameters, "assetRegistry">) =>
    contractCall(assetRegistry, pauseFunction, [asset]),
  event: pauseSetEvent,
});

/** {@link pause}, then waits: answers with the receipt and the `PauseSet` event. */
export const pauseSync = /* @__PURE__ */ defineSync(pause);
