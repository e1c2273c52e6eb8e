import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { openRedemptionFunction, redemptionOpenedEvent } from "../generated/abi/assetRedemption.ts";
import { assetRedemption } from "../generated/addressTables.ts";

/** Parameters of {@link openRedemption}. */
export type OpenRedemptionParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** A token that the redemption lists as money. */
  money: Address;
  /** Money units for all shares that exist. */
  amount: bigint;
};

/**
 * Pays in what the shares of a matured asset are redeemed for. Final: the price of a share is fixed by it.
 *
 * @param client - A viem client with the account of the issuer.
 * @param parameters - {@link OpenRedemptionParameters}
 * @returns Hash of the transaction.
 * @throws {@link RedemptionNotIssuerError} when the account is not the issuer.
 * @throws {@link RedemptionNotMaturedError} when the asset has not matured.
 * @throws {@link RedemptionAlreadyOpenError} when it is open.
 * @throws {@link MoneyNotListedError} when the token is not taken as money.
 *
 * @example
 * ```ts
 * const hash = await openRedemption(issuerClient, { asset, money, amount });
 * ```
 */
export const openRedemption = /* @__PURE__ */ defineWrite({
  contracts: { assetRedemption },
  call: ({
    assetRedemption,
    asset,
    money,
    amount,
  }: CallParameters<OpenRedemptionParameters, "assetRedemption">) =>
    contractCall(assetRedemption, openRedemptionFunction, [asset, money, amount]),
  event: redemptionOpenedEvent,
});

/** {@link openRedemption}, then waits: answers with the receipt and the `RedemptionOpened` event. */
export const openRedemptionSync = /* @__PURE__ */ defineSync(openRedemption);
