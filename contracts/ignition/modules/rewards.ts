import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";

const QTI = 10n ** 18n;
/** How the fixed supply is allotted: to rewards for years, and to the holder that the deployment names. */
const MAX_SUPPLY = 1_000_000_000n * QTI;
const REWARDS_ALLOTMENT = 400_000_000n * QTI;

/** Parameter `qtiHolder`: receives the supply that is not for rewards. The deployer keeps none. */
export const RewardsModule = buildModule("Rewards", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const qtiToken = m.contract("QtiToken", [m.getAccount(0)]);
  const rewardsTreasury = m.contract("RewardsTreasury", [qtiToken, accessManager]);
  m.call(qtiToken, "transfer", [rewardsTreasury, REWARDS_ALLOTMENT], { id: "AllotRewards" });
  m.call(qtiToken, "transfer", [m.getParameter<string>("qtiHolder"), MAX_SUPPLY - REWARDS_ALLOTMENT], {
    id: "AllotHolder",
  });
  return { qtiToken, rewardsTreasury };
});
