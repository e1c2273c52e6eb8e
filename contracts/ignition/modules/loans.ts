import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { RATE_TERMS } from "../credit.ts";
import { AccessModule } from "./access.ts";
import { AssetsModule } from "./assets.ts";
import { IdentityModule } from "./identity.ts";

/**
 * Lending markets with the oracle of appraisals and a rate model, both listed. Which money is lent is ADMIN's to list, and
 * which markets there are RISK's to create, after the deployment.
 */
export const LoansModule = buildModule("Loans", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const { identityRegistry } = m.useModule(IdentityModule);
  const { assetRegistry, complianceModule } = m.useModule(AssetsModule);

  const lendingMarkets = m.contract("LendingMarkets", [assetRegistry, identityRegistry, accessManager]);
  m.call(identityRegistry, "setSystemContract", [lendingMarkets, true]);
  m.call(complianceModule, "setPledges", [lendingMarkets]);

  const appraisalOracle = m.contract("AppraisalOracle", [assetRegistry, accessManager]);
  m.call(lendingMarkets, "listOracle", [appraisalOracle, true]);
  const interestRateModel = m.contract("InterestRateModel", [RATE_TERMS]);
  m.call(lendingMarkets, "listRateModel", [interestRateModel, true]);
  return { lendingMarkets, appraisalOracle, interestRateModel };
});
