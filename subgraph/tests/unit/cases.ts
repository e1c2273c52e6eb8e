import type { TestCase } from "./case.ts";
import { assetsCases } from "./cases/assets.ts";
import { exchangeCases } from "./cases/exchange.ts";
import { identityCases } from "./cases/identity.ts";
import { incomeCases } from "./cases/income.ts";
import { recordsCases } from "./cases/records.ts";
import { recoveryCases } from "./cases/recovery.ts";
import { rewardsCases } from "./cases/rewards.ts";
import { stakingCases } from "./cases/staking.ts";

/** Every unit test of the mappings. */
export const cases: readonly TestCase[] = [
  ...identityCases,
  ...assetsCases,
  ...recoveryCases,
  ...incomeCases,
  ...exchangeCases,
  ...stakingCases,
  ...rewardsCases,
  ...recordsCases,
];
