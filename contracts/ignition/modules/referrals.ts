import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";
import { EarningModule } from "./earning.ts";
import { IdentityModule } from "./identity.ts";
import { StakingModule } from "./staking.ts";

const DAY = 86_400;

/**
 * Parameters, all of which TREASURER can change later: `referralBonusBps` of a newcomer's early points in 1/10,000, at most
 * `referralNewcomerCap` points a newcomer and `referralReferrerCap` a referrer, for `referralMinStake` QTI units
 * in stake; `referralQuota` points a day in all.
 */
export const ReferralsModule = buildModule("Referrals", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const { identityRegistry } = m.useModule(IdentityModule);
  const { stakingPool } = m.useModule(StakingModule);
  const { qtiPoints, tapRewards } = m.useModule(EarningModule);
  const referralRegistry = m.contract("ReferralRegistry", [
    accessManager,
    identityRegistry,
    stakingPool,
    tapRewards,
    qtiPoints,
  ]);
  m.call(referralRegistry, "setTerms", [
    {
      bonusBps: m.getParameter<number>("referralBonusBps"),
      newcomerCap: m.getParameter<bigint>("referralNewcomerCap"),
      referrerCap: m.getParameter<bigint>("referralReferrerCap"),
      minStake: m.getParameter<bigint>("referralMinStake"),
    },
  ]);
  m.call(qtiPoints, "setChannel", [referralRegistry, m.getParameter<bigint>("referralQuota"), DAY], {
    id: "ReferralQuota",
  });
  return { referralRegistry };
});
