import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { countryBlockedEvent, unblockCountryFunction } from "../generated/abi/complianceModule.ts";
import { complianceModule } from "../generated/addressTables.ts";

/** Parameters of {@link unblockCountry}. */
export type UnblockCountryParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** ISO 3166-1 numeric. */
  country: number;
};

/**
 * Lets people of a country receive shares of an asset again.
 *
 * @param client - A viem client whose account holds COMPLIANCE_FORCE; its 48 hours must have passed since scheduling.
 * @param parameters - {@link UnblockCountryParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link ComplianceInvalidRulesError} when there is no such asset or country.
 *
 * @example
 * ```ts
 * const hash = await unblockCountry(client, { asset, country: 840 });
 * ```
 */
export const unblockCountry = /* @__PURE__ */ defineWrite({
  contracts: { complianceModule },
  call: ({
    complianceModule,
    asset,
    country,
  }: CallParameters<UnblockCountryParameters, "complianceModule">) =>
    contractCall(complianceModule, unblockCountryFunction, [asset, country]),
  event: countryBlockedEvent,
});

/** {@link unblockCountry}, then waits: answers with the receipt and the `CountryBlocked` event. */
export const unblockCountrySync = /* @__PURE__ */ defineSync(unblockCountry);
