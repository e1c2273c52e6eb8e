/**
 * A liquidator of one's own, see src/interfaces/loans/ILiquidator.sol. Whoever liquidates deploys it, whenever it likes:
 *
 *   hardhat ignition deploy ignition/modules/liquidator.ts --network public --build-profile production --parameters FILE
 *
 * Parameters `lendingMarkets`: their address; `owner`: the account that calls it and whose money it spends. Then the owner allows it money, and an
 * attester verifies it where shares of tokenized assets are to be seized.
 */
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

export default buildModule("Liquidator", (m) => ({
  liquidator: m.contract("Liquidator", [
    m.getParameter<string>("lendingMarkets"),
    m.getParameter<string>("owner"),
  ]),
}));
