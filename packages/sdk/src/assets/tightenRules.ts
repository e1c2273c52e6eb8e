import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { rulesSetEvent, tightenFunction } from "../generated/abi/complianceModule.ts";
import { complianceModule } from "../generated/addressTables.ts";
import type { AssetRules } from "./terms.ts";

/** Parameters of {@link tightenRules}. */
export type TightenRulesParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** Each at least as strict as now. */
  rules: AssetRules;
};

/**
 * Makes the transfer rules of an asset stricter.
 *
 * @param client - A viem client whose account holds COMPLIANCE_DESK.
 * @param parameters - {@link TightenRulesParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link ComplianceNotTighterError} naming the rule that would become looser.
 * @throws {@link ComplianceInvalidRulesError} naming the rule that makes no sense.
 *
 * @example
 * ```ts
 * const now = await getAsset(client, { asset });
 * if (now) await tightenRules(deskClient, { asset, rules: { ...now.rules, minTier: 2 } });
 * ```
 */
export const tightenRules = /* @__PURE__ */ defineWrite({
  contracts: { complianceModule },
  call: ({ complianceModule, asset, rules }: CallParameters<TightenRulesParameters, "complianceModule">) =>
    contractCall(complianceModule, tightenFunction, [asset, rules]),
  event: rulesSetEvent,
});

/** {@link tightenRules}, then waits: answers with the receipt and the `RulesSet` event. */
export const tightenRulesSync = /* @__PURE__ */ defineSync(tightenRules);
