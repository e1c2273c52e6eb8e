import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { closeRedemptionFunction, redemptionClosedEvent } from "../generated/abi/assetRedemption.ts";
import { assetRedemption } from "../generated/addressTables.ts";

/** Parameters of {@link closeRedemption}. */
export type CloseRedemptionParameters = {
  /** Address of the asset's token. */
  asset: Address;
};

/**
 * Gives what rounding left over to the issuer, once no share is left.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link CloseRedemptionParameters}
 * @returns Hash of the transaction.
 * @throws {@link RedemptionSharesRemainError} while shares exist.
 * @throws {@link RedemptionNotOpenError} when it is not open.
 *
 * @example
 * ```ts
 * const hash = await closeRedemption(client, { asset });
 * ```
 */
export const closeRedemption = /* @__PURE__ */ defineWrite({
  contracts: { assetRedemption },
  call: ({ assetRedemption, asset }: CallParameters<CloseRedemptionParameters, "assetRedemption">) =>
    contractCall(assetRedemption, closeRedemptionFunction, [asset]),
  event: redemptionClosedEvent,
});

/** {@link closeRedemption}, then waits: answers with the receipt and the `RedemptionClosed` event. */
export const closeRedemptionSync = /* @__PURE__ */ defineSync(closeRedemption);
