/**
 * Two hundred people with records, who list, read, write and prove them at the same time, in a mix as the web app makes it: once
 * as fast as the service answers, once with a second of reading in between, as people do it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "./percentile.ts";

/** One who takes part. Each answers when the service did, and throws when it refused. */
export type VaultClient = {
  list: () => Promise<void>;
  readRecord: () => Promise<void>;
  readBlob: () => Promise<void>;
  writeBlob: () => Promise<void>;
  writeRecord: () => Promise<void>;
  prove: () => Promise<void>;
};

/** What a run gave. */
export type VaultRun = {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  refused: number;
  /** What the first refusal said. */
  why: string | undefined;
};

/** How many of a hundred requests are of which kind. */
const mix: readonly [keyof VaultClient, number][] = [
  ["list", 35],
  ["readRecord", 25],
  ["readBlob", 20],
  ["writeRecord", 10],
  ["writeBlob", 5],
  ["prove", 5],
];
const deck = mix.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));

/** @param pauseMs - How long each waits between an answer and the next request. */
export async function runVault(
  clients: readonly VaultClient[],
  { seconds, pauseMs }: { seconds: number; pauseMs: number },
): Promise<VaultRun> {
  const latencies: number[] = [];
  let refused = 0;
  let why: string | undefined;
  const started = performance.now();
  const end = started + seconds * 1_000;
  await Promise.all(
    clients.map(async (client, index) => {
      await sleep((index / clients.length) * pauseMs);
      // Each goes through the deck in an order of its own, so that all of it is under way at any time.
      for (let turn = index; performance.now() < end; turn += 1) {
        const kind = deck[(turn * 37) % deck.length] ?? "list";
        const asked = performance.now();
        try {
          await client[kind]();
          latencies.push(performance.now() - asked);
        } catch (error) {
          refused += 1;
          why ??= `${kind}: ${error}`;
        }
        await sleep(pauseMs);
      }
    }),
  );
  const lasted = (performance.now() - started) / 1_000;
  latencies.sort((one, other) => one - other);
  return {
    requestsPerSecond: latencies.length / lasted,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    refused,
    why,
  };
}
