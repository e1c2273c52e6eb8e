import { stakingPoolAbi } from "@qti/sdk/abis";
import type { Address } from "viem";
import { z } from "zod";
import type { Index } from "../core/index.ts";
import { Job, type JobDeps } from "../core/job.ts";
import type { Journal } from "../core/journal.ts";
import { chainNow } from "../core/moment.ts";

/** More are left for the next round. */
const pokesARound = 20;
const dayMs = 24 * 60 * 60_000;

const query = /* GraphQL */ `
  query Expired($now: BigInt!, $first: Int!) {
    poolPositions(
      first: $first
      orderBy: weight
      orderDirection: desc
      where: { amount_gt: "0", lock_gt: 0, unlock_lte: $now, pokedAt: null }
    ) {
      positionId
    }
  }
`;

const expiredSchema = z.object({ poolPositions: z.array(z.object({ positionId: z.coerce.bigint() })) });

export type PokerDeps = JobDeps & {
  index: Index;
  journal: Pick<Journal, "spentSince">;
  stakingPool: Address;
  /** Wei of gas that pokes may cost within a day. */
  gasPerDay: bigint;
};

/**
 * Ends the multipliers of positions whose lock is over: until somebody does, they take from everybody else who stakes. It earns
 * the keeper nothing, so it does what is worth most first, the heaviest positions, and no more than its budget of gas allows.
 */
export function createPoker(deps: PokerDeps) {
  const { client, index, journal, stakingPool, gasPerDay } = deps;
  const job = new Job("poke", deps);
  const pool = { address: stakingPool, abi: stakingPoolAbi } as const;

  return { round: () => job.round(poke) };

  async function poke(): Promise<void> {
    const now = await chainNow(client);
    const { poolPositions } = await index.ask(query, { now: `${now}`, first: pokesARound }, expiredSchema);
    for (const { positionId } of poolPositions) {
      if (deps.signal.aborted) return;
      if ((await journal.spentSince(job.name, new Date(Date.now() - dayMs))) >= gasPerDay) return;
      const { amount, weight } = await client.readContract({
        ...pool,
        functionName: "positionOf",
        args: [positionId],
      });
      // Poked, emptied or locked anew since it was indexed.
      if (weight <= amount) continue;
      await job.send({ ...pool, functionName: "poke", subject: `${positionId}`, args: [positionId] });
    }
  }
}
