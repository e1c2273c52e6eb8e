import { signedInApi } from "@qti/service/apiSession";
import type { Config } from "./config.ts";
import { openIndex } from "./core/index.ts";
import type { JobDeps } from "./core/job.ts";
import type { Journal } from "./core/journal.ts";
import { createLiquidations } from "./loans/liquidations.ts";
import { createAnchorer } from "./records/anchorer.ts";
import { createBonusPayer } from "./rewards/bonusPayer.ts";
import { createRootActivator } from "./rewards/roots.ts";
import { createPoker } from "./staking/poker.ts";

/** The jobs beside matching that this keeper was told to do, in the order in which they take their turns. */
export function openJobs(
  config: Config,
  deps: JobDeps & { journal: Journal },
): { round: () => Promise<void> }[] {
  const { graphqlUrl, contracts, bonus, activate, pokeWei, minGain, etherPrice, apiUrl, limits, dryRun } =
    config;
  const jobs = openAnchorer(config, deps);
  if (graphqlUrl === undefined) return jobs;
  const index = openIndex(graphqlUrl, deps.signal);
  const { merkleDistributor, incomeDistributor, stakingPool, lendingMarkets, liquidator } = contracts;
  // Before everything else: what is ripe gets worse by the hour.
  if (minGain !== undefined && lendingMarkets && liquidator) {
    jobs.push(createLiquidations({ ...deps, index, lendingMarkets, liquidator, minGain, etherPrice }));
  }
  const timelocks = [merkleDistributor, incomeDistributor].filter((address) => address !== undefined);
  if (activate && timelocks.length > 0) jobs.push(createRootActivator({ ...deps, index, timelocks }));
  if (bonus > 0n && merkleDistributor && stakingPool) {
    const api = signedInApi(apiUrl, deps.client.account, "The keeper publishes what it pays.");
    const { confirmations } = limits;
    const parts = { index, api, merkleDistributor, stakingPool, amount: bonus, confirmations, dryRun };
    jobs.push(createBonusPayer({ ...deps, ...parts }));
  }
  if (pokeWei > 0n && stakingPool) {
    jobs.push(createPoker({ ...deps, index, stakingPool, gasPerDay: pokeWei }));
  }
  return jobs;
}

/** The one that needs no index, where it is wanted. */
function openAnchorer(
  { apiUrl, contracts, anchorLeaves: leaves, anchorSeconds: seconds, preserveSeconds }: Config,
  deps: JobDeps & { journal: Journal },
): { round: () => Promise<void> }[] {
  const { recordAnchor } = contracts;
  if (leaves === 0n || recordAnchor === undefined) return [];
  const api = { url: apiUrl };
  return [createAnchorer({ ...deps, api, recordAnchor, leaves, seconds, preserveSeconds })];
}
