import type { TestCase } from "./case.ts";
import { appraisalsCases } from "./cases/appraisals.ts";
import { assetsCases } from "./cases/assets.ts";
import { bookCases } from "./cases/book.ts";
import { campaignsCases } from "./cases/campaigns.ts";
import { creditCases } from "./cases/credit.ts";
import { exchangeCases } from "./cases/exchange.ts";
import { identityCases } from "./cases/identity.ts";
import { incomeCases } from "./cases/income.ts";
import { lendersCases } from "./cases/lenders.ts";
import { loansCases } from "./cases/loans.ts";
import { pointsCases } from "./cases/points.ts";
import { poolCases } from "./cases/pool.ts";
import { recordsCases } from "./cases/records.ts";
import { recoveryCases } from "./cases/recovery.ts";
import { referralsCases } from "./cases/referrals.ts";
import { rewardsCases } from "./cases/rewards.ts";
import { stakingCases } from "./cases/staking.ts";
import { storeCases } from "./cases/store.ts";
import { tapsCases } from "./cases/taps.ts";
import { vouchingCases } from "./cases/vouching.ts";

/** Every unit test of the mappings. */
export const cases: readonly TestCase[] = [
  ...identityCases,
  ...assetsCases,
  ...recoveryCases,
  ...incomeCases,
  ...exchangeCases,
  ...stakingCases,
  ...poolCases,
  ...rewardsCases,
  ...pointsCases,
  ...tapsCases,
  ...referralsCases,
  ...storeCases,
  ...campaignsCases,
  ...loansCases,
  ...appraisalsCases,
  ...bookCases,
  ...creditCases,
  ...lendersCases,
  ...vouchingCases,
  ...recordsCases,
];
