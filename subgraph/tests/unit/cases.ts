import type { TestCase } from "./case.ts";
import { assetsCases } from "./cases/assets.ts";
import { identityCases } from "./cases/identity.ts";
import { recordsCases } from "./cases/records.ts";
import { rewardsCases } from "./cases/rewards.ts";
import { stakingCases } from "./cases/staking.ts";

/** Every unit test of the mappings. */
export const cases: readonly TestCase[] = [
  ...identityCases,
  ...assetsCases,
  ...stakingCases,
  ...rewardsCases,
  ...recordsCases,
];
