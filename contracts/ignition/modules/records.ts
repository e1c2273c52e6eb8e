import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";

export const RecordsModule = buildModule("Records", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  return {
    keyDirectory: m.contract("KeyDirectory"),
    recordAnchor: m.contract("RecordAnchor", [accessManager]),
  };
});
