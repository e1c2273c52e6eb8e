/**
 * A thousand people who tap at the same time, each with a session and a connection of its own and a batch every few seconds, as
 * the web app sends them; once undisturbed, and once with the api killed in the middle and started again.
 */
import { Agent, request } from "node:http";
import { createTapKey, signTapBatch, tapSessionTypedData } from "@qti/sdk/rewards/taps";
import { type TapReceipt, tapReceiptSchema } from "@qti/sdk/rewards/taps/wire";
import { Client } from "pg";
import type { Address } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { z } from "zod";
import { CpuMeter } from "./cpuMeter.ts";
import { percentile } from "./percentile.ts";

const tappers = 1_000;
const batchesEach = 5;
const everyMs = 4_000;
/** Taps of a hand in the time between two batches. */
const intervals = [210, 187, 242, 196, 225, 203, 178, 231, 214, 190, 247, 205, 183, 219, 236];
/** How long a client waits before it sends again what was not answered, at first and at most. */
const againMs = { first: 250, most: 2_000 };

/** What the bench needs of whoever runs the service. */
export type TapStage = {
  /** Where the service is now, and its process. */
  url: () => string;
  pid: () => number | undefined;
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
  /** Milliseconds of a core that a batch took; none where the system does not tell. */
  cpu: Record<string, number>;
};

class TapBenchError extends Error {
  override name = "TapBenchError";
}

/** Somebody who taps. */
export type Tapper = {
  session: `0x${string}`;
  privateKey: CryptoKey;
  agent: Agent;
  /** Of the last batch. */
  sequence: number;
  acknowledged: number;
  sent: number;
};

/** Everybody, with a session that takes taps. */
export async function prepareTappers(stage: TapStage): Promise<Tapper[]> {
  const people: Tapper[] = [];
  let begun = 0;
  const lanes = Array.from({ length: 16 }, async () => {
    while (begun < tappers) {
      begun += 1;
      people.push(await startTapper(stage));
    }
  });
  await Promise.all(lanes);
  return people;
}

/** Lets everybody tap for some batches. @param kill - End the api when half of the batches were answered. */
export async function runTappers(
  stage: TapStage,
  people: readonly Tapper[],
  { kill }: { kill: boolean },
): Promise<TapRun> {
  // Signed before it begins: in the world that is done by a thousand other machines.
  const signed = await Promise.all(people.map((person) => signBatches(person)));
  const latencies: number[] = [];
  let killing: Promise<void> | undefined;
  const meter = await CpuMeter.start(stage.databaseUrl, stage.pid());
  const started = performance.now();
  await Promise.all(
    people.map(async (person, index) => {
      // Spread over the time between two batches, as people are.
      const begun = started + (index / people.length) * everyMs;
      for (const [turn, batch] of (signed[index] ?? []).entries()) {
        await until(begun + turn * everyMs);
        const asked = performance.now();
        person.sent += batch.taps;
        const receipt = await acknowledged(stage, person, batch);
        latencies.push(performance.now() - asked);
        person.acknowledged += receipt.taps;
        const half = latencies.length >= (people.length * batchesEach) / 2;
        if (kill && half) killing ??= stage.killAndStart();
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  const cpu = await meter.stop(latencies.length);
  await killing;
  latencies.sort((one, other) => one - other);
  return {
    batchesPerSecond: latencies.length / seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpu,
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
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const body = JSON.stringify({
    session: { ...session, issuedAt: `${issuedAt}`, expiresAt: `${issuedAt + 3_600}` },
    signature,
  });
  const { status, text } = await post(agent, `${url()}/v1/taps/sessions`, body);
  if (status !== 200) throw new TapBenchError(`A session was answered with ${status}: ${text}`);
  const { id } = z.object({ id: z.templateLiteral(["0x", z.string()]) }).parse(JSON.parse(text));
  return { session: id, privateKey, agent, sequence: 0, acknowledged: 0, sent: 0 };
}

type SignedBatch = { taps: number; body: string };

/** The next batches of a run. */
async function signBatches(person: Tapper): Promise<SignedBatch[]> {
  const { session, privateKey } = person;
  const batches: SignedBatch[] = [];
  for (let turn = 0; turn < batchesEach; turn++) {
    person.sequence += 1;
    const batch = await signTapBatch({
      privateKey,
      session,
      sequence: person.sequence,
      taps: tapsOf(person.sequence),
    });
    batches.push({ taps: batch.taps.length, body: JSON.stringify(batch) });
  }
  return batches;
}

/** No two batches alike, as no two of a hand are; the first covers what is allowed before any time has passed. */
function tapsOf(sequence: number): number[] {
  const count = sequence === 1 ? 8 : intervals.length;
  let at = sequence === 1 ? 0 : 120;
  return Array.from({ length: count }, (_, index) => {
    const interval =
      (intervals[(index * 7 + sequence * 4) % intervals.length] ?? 0) + ((sequence * index) % 11);
    at += sequence === 1 && index === 0 ? 0 : interval;
    return at;
  });
}

/** Sends until an answer comes. */
async function acknowledged(stage: TapStage, { agent }: Tapper, { body }: SignedBatch): Promise<TapReceipt> {
  let wait = againMs.first;
  for (;;) {
    const answer = await post(agent, `${stage.url()}/v1/taps`, body).catch(() => undefined);
    if (answer?.status === 200) return tapReceiptSchema.parse(JSON.parse(answer.text));
    if (answer !== undefined && answer.status < 500) {
      throw new TapBenchError(`A batch was answered with ${answer.status}: ${answer.text}`);
    }
    await until(performance.now() + wait);
    wait = Math.min(2 * wait, againMs.most);
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

type Answer = { status: number; text: string };

/** The least that a client costs: what it uses, the service cannot. */
function post(agent: Agent, url: string, body: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const call = request(url, { method: "POST", agent, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () =>
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
    );
    response.on("error", reject);
    // Cut off before its end.
    response.on("close", () => reject(new TapBenchError("The connection ended within an answer.")));
  });
  call.on("error", reject);
  call.end(body);
  return promise;
}

async function until(time: number): Promise<void> {
  const wait = time - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
