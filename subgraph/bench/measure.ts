import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { createGraph, type Graph } from "../tests/integration/graphql.ts";
import { offices, type World } from "../tests/integration/world.ts";

/** Seconds that some work takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

/** The value below which so many percent of the samples lie. */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

/** Seconds from a receipt to the moment in which GraphQL shows its block, many times over. */
export async function delays(world: World, url: string, count: number): Promise<readonly number[]> {
  const graph: Graph = createGraph(url);
  const samples: number[] = [];
  for (let sample = 0; sample < count; sample++) {
    // graph-node asks for blocks at a steady beat; what is measured must not fall in step with it.
    await setTimeout(world.random.below(700));
    const hash = await world.qtiToken.write.transfer([offices.issuer, 1n], { account: offices.holder });
    const { blockNumber } = await world.reader.waitForTransactionReceipt({ hash });
    samples.push(await secondsOf(() => graph.until(Number(blockNumber))));
  }
  return samples;
}
