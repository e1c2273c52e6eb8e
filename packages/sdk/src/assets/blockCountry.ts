import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { blockCountryFunction, countryBlockedEvent } from "../generated/abi/complianceModule.ts";
import { complianceModule } from "../generated/addressTables.ts";

/** Parameters of {@link blockCountry}. */
export type BlockCountryParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** ISO 3166-1 numeric. */
  country: number;
};

/**
 * Keeps people of a country from receiving shares of an asset. What they hold they can still send.
 *
 * @param client - A viem client whose account holds COMPLIANCE_DESK.
 * @param parameters - {@link BlockCountryParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link ComplianceInvalidRulesError} when there is no such asset or country.
 *
 * @example
 * ```ts
 * const hash = await blockCountry(client, { asset, country: 840 });
 * ```
 */
export const blockCountry = /* @__PURE__ */ defineWrite({
  contracts: { complianceModule },
  call: ({ complianceModule, asset, country }: CallParameters<BlockCountryParameters, "complianceModule">) =>
    contractCall(complianceModule, blockCountryFunction, [asset, country]),
  event: countryBlockedEvent,
});

/** {@link blockCountry}, then waits: answers with the receipt and the `CountryBlocked` event. */
export const blockCountrySync = /* @__PURE__ */ defineSync(blockCountry);
