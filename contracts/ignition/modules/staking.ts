import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";
import { RewardsModule } from "./rewards.ts";

/**
 * Parameters `initialStream` and `initialPoolStream`: QTI units that flow to the stakers of the vault and of the pool in the
 * first week after someone stakes there.
 */
export const StakingModule = buildModule("Staking", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const { qtiToken, rewardsTreasury } = m.useModule(RewardsModule);
  const stakingVault = m.contract("StakingVault", [qtiToken, rewardsTreasury, accessManager]);
  const stakingPool = m.contract("StakingPool", [qtiToken, rewardsTreasury, accessManager]);
  const streams = [
    ["Vault", stakingVault, m.getParameter<bigint>("initialStream")],
    ["Pool", stakingPool, m.getParameter<bigint>("initialPoolStream")],
  ] as const;
  for (const [name, target, amount] of streams) {
    const listed = m.call(rewardsTreasury, "setStream", [target, true], { id: `List${name}` });
    m.call(rewardsTreasury, "fundStream", [target, amount], {
      id: `Fund${name}`,
      // Also after the treasury was given its QTI.
      after: [listed, RewardsModule],
    });
  }
  return { stakingVault, stakingPool };
});
