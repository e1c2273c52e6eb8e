import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";
import { IdentityModule } from "./identity.ts";
import { RewardsModule } from "./rewards.ts";

/** Windows of quotas and budgets, in seconds. */
const DAY = 86_400;

/**
 * Points, how they are earned and redeemed, and campaigns. Parameters, all of which TREASURER can change later: `tapOracle`,
 * the account whose vouchers for taps count (its key is the api's; in parameters/devnet.json it is Hardhat's account 24,
 * which nobody else uses and which needs no ether, as it only signs); `tapDailyCap` points an identity and
 * `tapQuota` points a day in all; `storeRate` QTI units for a whole point; `storeBudget` and `campaignBudget` QTI units a day.
 */
export const EarningModule = buildModule("Earning", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const { identityRegistry } = m.useModule(IdentityModule);
  const { rewardsTreasury } = m.useModule(RewardsModule);

  const qtiPoints = m.contract("QtiPoints", [accessManager]);
  const tapRewards = m.contract("TapRewards", [accessManager, identityRegistry, qtiPoints]);
  m.call(tapRewards, "setOracle", [m.getParameter<string>("tapOracle")]);
  m.call(tapRewards, "setDailyCap", [m.getParameter<bigint>("tapDailyCap")]);
  m.call(qtiPoints, "setChannel", [tapRewards, m.getParameter<bigint>("tapQuota"), DAY], { id: "TapQuota" });

  const rewardStore = m.contract("RewardStore", [
    accessManager,
    identityRegistry,
    qtiPoints,
    rewardsTreasury,
  ]);
  m.call(rewardStore, "setRate", [m.getParameter<bigint>("storeRate")]);
  m.call(qtiPoints, "setRedeemer", [rewardStore, true]);
  m.call(rewardsTreasury, "setBudget", [rewardStore, m.getParameter<bigint>("storeBudget"), DAY], {
    id: "StoreBudget",
  });

  const merkleDistributor = m.contract("MerkleDistributor", [
    accessManager,
    identityRegistry,
    rewardsTreasury,
  ]);
  m.call(rewardsTreasury, "setBudget", [merkleDistributor, m.getParameter<bigint>("campaignBudget"), DAY], {
    id: "CampaignBudget",
  });
  return { qtiPoints, tapRewards, rewardStore, merkleDistributor };
});
