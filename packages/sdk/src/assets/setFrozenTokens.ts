import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setFrozenTokensFunction } from "../generated/abi/assetRegistry.ts";
import { frozenEvent } from "../generated/abi/assetToken.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link setFrozenTokens}. */
export type SetFrozenTokensParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** Whose shares. */
  holder: Address;
  /** Share units (18 decimals); may exceed the balance and then withholds what comes later. */
  amount: bigint;
};

/**
 * Sets how many shares of a holder may not move.
 *
 * @param client - A viem client whose account holds COMPLIANCE_DESK.
 * @param parameters - {@link SetFrozenTokensParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AssetUnknownError} when the address is no asset.
 *
 * @example
 * ```ts
 * const hash = await setFrozenTokens(deskClient, { asset, holder, amount: 5n * 10n ** 18n });
 * ```
 */
export const setFrozenTokens = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({
    assetRegistry,
    asset,
    holder,
    amount,
  }: CallParameters<SetFrozenTokensParameters, "assetRegistry">) =>
    contractCall(assetRegistry, setFrozenTokensFunction, [asset, holder, amount]),
  event: frozenEvent,
});

/** {@link setFrozenTokens}, then waits: answers with the receipt and the `Frozen` event. */
export const setFrozenTokensSync = /* @__PURE__ */ defineSync(setFrozenTokens);
