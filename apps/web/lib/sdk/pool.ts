/* What the page of staking reads beyond balances; loaded when it first needs something. */
import "../no-eval";

export { getLocks, getPool, getStakingPosition } from "@qti/sdk";
export {
  getPoolEvents,
  getPoolHistory,
  getPoolPoint,
  getPoolPositions,
  getVaultPoint,
} from "@qti/sdk/subgraph";
