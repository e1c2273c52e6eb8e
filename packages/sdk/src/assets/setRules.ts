import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { rulesSetEvent, setRulesFunction } from "../generated/abi/complianceModule.ts";
import { complianceModule } from "../generated/addressTables.ts";
import type { AssetRules } from "./terms.ts";

/** Parameters of {@link setRules}. */
export type SetRulesParameters = {
  /** Address of the asset's token. */
  asset: Address;
  rules: AssetRules;
};

/**
 * Sets the transfer rules of an asset, looser ones too.
 *
 * Overwrites what was tightened since it was scheduled: read the rules again before it runs.
 *
 * @param client - A viem client whose account holds COMPLIANCE_FORCE; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetRulesParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link ComplianceInvalidRulesError} naming the rule that makes no sense.
 *
 * @example
 * ```ts
 * const hash = await setRules(forceClient, { asset, rules });
 * ```
 */
export const setRules = /* @__PURE__ */ defineWrite({
  contracts: { complianceModule },
  call: ({ complianceModule, asset, rules }: CallParameters<SetRulesParameters, "complianceModule">) =>
    contractCall(complianceModule, setRulesFunction, [asset, rules]),
  event: rulesSetEvent,
});

/** {@link setRules}, then waits: answers with the receipt and the `RulesSet` event. */
export const setRulesSync = /* @__PURE__ */ defineSync(setRules);
