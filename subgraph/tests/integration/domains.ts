import { assetsReconciliation } from "./reconcile/assets.ts";
import { campaignsReconciliation } from "./reconcile/campaigns.ts";
import { creditReconciliation } from "./reconcile/credit.ts";
import { exchangeReconciliation } from "./reconcile/exchange.ts";
import { identityReconciliation } from "./reconcile/identity.ts";
import { incomeReconciliation } from "./reconcile/income.ts";
import { loansReconciliation } from "./reconcile/loans.ts";
import { poolReconciliation } from "./reconcile/pool.ts";
import type { Reconciliation } from "./reconcile/reconciliation.ts";
import { recordsReconciliation } from "./reconcile/records.ts";
import { rewardsReconciliation } from "./reconcile/rewards.ts";
import { stakingReconciliation } from "./reconcile/staking.ts";
import type { Traffic } from "./traffic/action.ts";
import { assetsTraffic } from "./traffic/assets.ts";
import { campaignsTraffic } from "./traffic/campaigns.ts";
import { creditTraffic } from "./traffic/credit.ts";
import { exchangeTraffic } from "./traffic/exchange.ts";
import { identityTraffic } from "./traffic/identity.ts";
import { incomeTraffic } from "./traffic/income.ts";
import { loansTraffic } from "./traffic/loans.ts";
import { poolTraffic } from "./traffic/pool.ts";
import { recordsTraffic } from "./traffic/records.ts";
import { rewardsTraffic } from "./traffic/rewards.ts";
import { stakingTraffic } from "./traffic/staking.ts";

/**
 * What a domain adds to the tests on the real stack. One joins with a file in `traffic/`, a file in `reconcile/` and a line
 * here; reorganisations, pagination and the comparison with a fresh index then concern it without another word.
 */
export interface Domain {
  readonly traffic: Traffic;
  readonly reconciliation: Reconciliation;
}

/** In the order in which they open: what comes later may need what came before. */
export const domains: readonly Domain[] = [
  { traffic: stakingTraffic, reconciliation: stakingReconciliation },
  { traffic: poolTraffic, reconciliation: poolReconciliation },
  { traffic: identityTraffic, reconciliation: identityReconciliation },
  { traffic: assetsTraffic, reconciliation: assetsReconciliation },
  { traffic: exchangeTraffic, reconciliation: exchangeReconciliation },
  { traffic: incomeTraffic, reconciliation: incomeReconciliation },
  { traffic: rewardsTraffic, reconciliation: rewardsReconciliation },
  { traffic: campaignsTraffic, reconciliation: campaignsReconciliation },
  { traffic: loansTraffic, reconciliation: loansReconciliation },
  { traffic: creditTraffic, reconciliation: creditReconciliation },
  { traffic: recordsTraffic, reconciliation: recordsReconciliation },
];
