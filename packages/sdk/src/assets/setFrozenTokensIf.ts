import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setFrozenTokensIfFunction } from "../generated/abi/assetRegistry.ts";
import { frozenEvent } from "../generated/abi/assetToken.ts";
import { assetRegistry } from "../generated/addressTables.ts";
import type { SetFrozenTokensParameters } from "./setFrozenTokens.ts";

/** Parameters of {@link setFrozenTokensIf}. */
export type SetFrozenTokensIfParameters = SetFrozenTokensParameters & {
  /** Share units (18 decimals) that are frozen now, as the desk saw them. */
  expected: bigint;
};

/**
 * Sets how many shares of a holder may not move, unless somebody else changed it since the desk looked.
 *
 * @param client - A viem client whose account holds COMPLIANCE_DESK.
 * @param parameters - {@link SetFrozenTokensIfParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AssetUnknownError} when the address is no asset.
 * @throws {@link AssetTokenFrozenChangedError} when another amount is frozen than `expected`.
 *
 * @example
 * ```ts
 * const { frozen: expected } = await getHolding(client, { asset, account: holder });
 * const hash = await setFrozenTokensIf(deskClient, { asset, holder, expected, amount: expected + 10n ** 18n });
 * ```
 */
export const setFrozenTokensIf = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({
    assetRegistry,
    asset,
    holder,
    expected,
    amount,
  }: CallParameters<SetFrozenTokensIfParameters, "assetRegistry">) =>
    contractCall(assetRegistry, setFrozenTokensIfFunction, [asset, holder, expected, amount]),
  event: frozenEvent,
});

/** {@link setFrozenTokensIf}, then waits: answers with the receipt and the `Frozen` event. */
export const setFrozenTokensIfSync = /* @__PURE__ */ defineSync(setFrozenTokensIf);
