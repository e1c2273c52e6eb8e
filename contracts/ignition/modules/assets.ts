import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";
import { IdentityModule } from "./identity.ts";

/**
 * The registry deploys the implementation that every asset token is a clone of. Income and redemption take no money until
 * ADMIN lists some.
 */
export const AssetsModule = buildModule("Assets", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const { identityRegistry } = m.useModule(IdentityModule);
  const assetRegistry = m.contract("AssetRegistry", [accessManager, identityRegistry]);
  const assetToken = m.contractAt("AssetToken", m.staticCall(assetRegistry, "implementation"));
  const complianceModule = m.contract("ComplianceModule", [accessManager, identityRegistry, assetRegistry]);
  m.call(assetRegistry, "setModuleAllowed", [complianceModule, true]);
  const incomeDistributor = m.contract("IncomeDistributor", [accessManager, assetRegistry]);
  const assetRedemption = m.contract("AssetRedemption", [accessManager, assetRegistry]);
  m.call(assetRegistry, "setRedemption", [assetRedemption]);
  return { assetRegistry, assetToken, complianceModule, incomeDistributor, assetRedemption };
});
