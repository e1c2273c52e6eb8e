import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Who may do what. The deployer is its only ADMIN until `handOver` in `Qti.ts`. */
export const AccessModule = buildModule("Access", (m) => ({
  accessManager: m.contract("QtiAccessManager", [m.getAccount(0)], { id: "AccessManager" }),
}));
