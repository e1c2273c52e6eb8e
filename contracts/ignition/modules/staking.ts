import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";
import { RewardsModule } from "./rewards.ts";

/** Parameter `initialStream`: QTI units that flow to the stakers in the first week after someone stakes. */
export const StakingModule = buildModule("Staking", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const { qtiToken, rewardsTreasury } = m.useModule(RewardsModule);
  const stakingVault = m.contract("StakingVault", [qtiToken, rewardsTreasury, accessManager]);
  const listed = m.call(rewardsTreasury, "setStream", [stakingVault, true]);
  m.call(rewardsTreasury, "fundStream", [stakingVault, m.getParameter<bigint>("initialStream")], {
    // Also after the treasury was given its QTI.
    after: [listed, RewardsModule],
  });
  return { stakingVault };
});
