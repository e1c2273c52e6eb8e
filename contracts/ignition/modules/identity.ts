import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";

/** Parameter `attester`: the first account whose attestations count. */
export const IdentityModule = buildModule("Identity", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const identityRegistry = m.contract("IdentityRegistry", [accessManager]);
  m.call(identityRegistry, "setAttester", [m.getParameter<string>("attester"), true]);
  return { identityRegistry };
});
