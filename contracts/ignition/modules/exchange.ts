import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";
import { AssetsModule } from "./assets.ts";

/**
 * Parameters `feeRecipient`: who gets the fees, best the multisig of the treasurer, who sets them; `feeBps`: the first fee
 * in hundredths of a percent, at most 100. Which money trades is ADMIN's to list, after the deployment.
 */
export const ExchangeModule = buildModule("Exchange", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const { assetRegistry } = m.useModule(AssetsModule);
  const exchange = m.contract("Exchange", [
    assetRegistry,
    accessManager,
    m.getParameter<string>("feeRecipient"),
    m.getParameter<number>("feeBps"),
  ]);
  return { exchange, orderQuoter: m.contract("OrderQuoter", [exchange]) };
});
