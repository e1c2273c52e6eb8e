/**
 * A thousand people who tap at the same time, each with a session of its own and a batch every few seconds, as the web app sends
 * them; once undisturbed, and once with the api killed in the middle and started again.
 */
import { createTapKey, signTapBatch, type TapBatch, tapSessionTypedData } from "@qti/sdk/rewards/taps";
import { type TapReceipt, tapReceiptSchema } from "@qti/sdk/rewards/taps/wire";
import { Client } from "pg";
import type { Address } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";

const tappers = 1_000;
const batchesEach = 5;
const everyMs = 4_000;
/** Taps of a hand in the time between two batches. */
const intervals = [210, 187, 242, 196, 225, 203, 178, 231, 214, 190, 247, 205, 183, 219, 236];
/** How long a client waits before it sends again what was not answered. */
const againMs = 250;

/** What the bench needs of whoever runs the service. */
export type TapStage = {
  /** Where the service is now. */
  url: () => string;
  /** Ends the process at once and starts another one on the same database. */
  killAndStart: () => Promise<void>;
  databaseUrl: string;
  chainId: number;
  tapRewards: Address;
};

/** What a run gave. */
export type TapRun = {
  batchesPerSecond: number;
  /** Milliseconds from the first attempt to the answer. */
  p50: number;
  p95: number;
  p99: number;
  /** Taps that were acknowledged and are not in the ledger. */
  lost: number;
  /** Taps that are in the ledger beyond those that were sent. */
  doubled: number;
};

class TapBenchError extends Error {
  override name = "TapBenchError";
}

type Tapper = { session: `0x${string}`; privateKey: CryptoKey; acknowledged: number; sent: number };

/** Runs it once. @param kill - End the api when half of the batches were answered. */
export async function runTappers(stage: TapStage, { kill }: { kill: boolean }): Promise<TapRun> {
  const people: Tapper[] = [];
  const lanes = Array.from({ length: 16 }, async () => {
    while (people.length < tappers) {
      const slot = people.push({} as Tapper) - 1;
      people[slot] = await startTapper(stage);
    }
  });
  await Promise.all(lanes);

  const latencies: number[] = [];
  let killing: Promise<void> | undefined;
  const started = performance.now();
  await Promise.all(
    people.map(async (person, index) => {
      // Spread over the time between two batches, as people are.
      await until(started + (index / tappers) * everyMs);
      const begun = performance.now();
      for (let sequence = 1; sequence <= batchesEach; sequence++) {
        await until(begun + (sequence - 1) * everyMs);
        const batch = await batchOf(person, sequence);
        const asked = performance.now();
        const receipt = await acknowledged(stage, batch);
        latencies.push(performance.now() - asked);
        person.sent += batch.taps.length;
        person.acknowledged += receipt.taps;
        const half = latencies.length >= (tappers * batchesEach) / 2;
        if (kill && half) killing ??= stage.killAndStart();
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  await killing;
  latencies.sort((one, other) => one - other);
  const at = (part: number) => latencies[Math.ceil(latencies.length * part) - 1] ?? 0;
  return {
    batchesPerSecond: latencies.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    ...(await compareWithLedger(stage.databaseUrl, people)),
  };
}

async function startTapper({ url, chainId, tapRewards }: TapStage): Promise<Tapper> {
  const wallet = privateKeyToAccount(generatePrivateKey());
  const { privateKey, publicKey } = await createTapKey();
  const issuedAt = Math.floor(Date.now() / 1_000);
  const session = {
    account: wallet.address,
    key: publicKey,
    issuedAt: BigInt(issuedAt),
    expiresAt: BigInt(issuedAt + 3_600),
  };
  const signature = await wallet.signTypedData(tapSessionTypedData({ chainId, tapRewards, session }));
  const response = await post(`${url()}/v1/taps/sessions`, {
    session: { ...session, issuedAt: `${issuedAt}`, expiresAt: `${issuedAt + 3_600}` },
    signature,
  });
  if (!response.ok) throw new TapBenchError(`A session was answered with ${response.status}.`);
  const { id } = (await response.json()) as { id: `0x${string}` };
  return { session: id, privateKey, acknowledged: 0, sent: 0 };
}

function batchOf({ session, privateKey }: Tapper, sequence: number): Promise<TapBatch> {
  // No two batches alike, as no two of a hand are; the first covers what is allowed before any time has passed.
  const count = sequence === 1 ? 8 : intervals.length;
  let at = sequence === 1 ? 0 : 120;
  const taps = Array.from({ length: count }, (_, index) => {
    const interval =
      (intervals[(index * 7 + sequence * 4) % intervals.length] ?? 0) + ((sequence * index) % 11);
    at += sequence === 1 && index === 0 ? 0 : interval;
    return at;
  });
  return signTapBatch({ privateKey, session, sequence, taps });
}

/** Sends until an answer comes. */
async function acknowledged(stage: TapStage, batch: TapBatch): Promise<TapReceipt> {
  for (;;) {
    const response = await post(`${stage.url()}/v1/taps`, batch).catch(() => undefined);
    if (response?.ok) {
      const body: unknown = await response.json().catch(() => undefined);
      if (body !== undefined) return tapReceiptSchema.parse(body);
    } else if (response !== undefined && response.status < 500) {
      throw new TapBenchError(`A batch was answered with ${response.status}: ${await response.text()}`);
    }
    await until(performance.now() + againMs);
  }
}

async function compareWithLedger(
  databaseUrl: string,
  people: readonly Tapper[],
): Promise<Pick<TapRun, "lost" | "doubled">> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ session: string; taps: number }>(
      "select session, sum(taps)::int as taps from tap_batches group by session",
    );
    const kept = new Map(rows.map(({ session, taps }) => [session, taps]));
    let [lost, doubled] = [0, 0];
    for (const { session, acknowledged, sent } of people) {
      lost += Math.max(0, acknowledged - (kept.get(session) ?? 0));
      doubled += Math.max(0, (kept.get(session) ?? 0) - sent);
    }
    return { lost, doubled };
  } finally {
    await client.end();
  }
}

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function until(time: number): Promise<void> {
  const wait = time - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
