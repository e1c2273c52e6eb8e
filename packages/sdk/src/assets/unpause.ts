import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { unpauseFunction } from "../generated/abi/assetRegistry.ts";
import { pauseSetEvent } from "../generated/abi/assetToken.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link unpause}. */
export type UnpauseParameters = {
  /** Address of the asset's token. */
  asset: Address;
};

/**
 * Ends the pause of an asset early.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link UnpauseParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await unpause(adminClient, { asset });
 * ```
 */
export const unpause = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset }: CallParameters<UnpauseParameters, "assetRegistry">) =>
    contractCall(assetRegistry, unpauseFunction, [asset]),
  event: pauseSetEvent,
});

/** {@link unpause}, then waits: answers with the receipt and the `PauseSet` event. */
export const unpauseSync = /* @__PURE__ */ defineSync(unpause);
