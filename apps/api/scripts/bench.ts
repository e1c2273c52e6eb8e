/**
 * What one process of the api serves on this machine, over HTTP on loopback, with a PostgreSQL, a chain and two regions of its own.
 *
 *   node scripts/bench.ts        prints the rows; they go to the file that QTI_BENCH_OUT names as well
 */
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startStack, usePostgres } from "@qti/scripts";
import { orderPageSchema } from "@qti/sdk/exchange/wire";
import { generateKeys, newRecordId, seal, signKeys } from "@qti/sdk/records";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { z } from "zod";
import { type Posted, post, SHARE, World } from "../test/support/market.ts";
import { prepareTappers, runTappers } from "./bench/taps.ts";
import { runVault, type VaultClient } from "./bench/vault.ts";

/** Where nothing was promised there is no bar: the figures are for comparing one day with another. */
type Row = { name: string; value: number; unit: string; bar: number | null; better: "higher" | "lower" };

const webOrigin = "http://localhost:3000";
const secondsEach = 4;
const clients = 16;
/** People who use their records at the same time. */
const crowd = 200;
/** Sellers who post orders, and how many each has signed before it is measured how fast they are taken. */
const sellers = 8;
const ordersEach = 200;
const largeBytes = 64 * 1024 * 1024;

/** The bench cannot measure what it should. */
class BenchError extends Error {
  override name = "BenchError";
}

const folder = mkdtempSync(join(tmpdir(), "qti-api-bench-"));
const stack = await startStack({ parts: ["postgres", "contracts"], stateDir: join(folder, "stack") });
const { rpc = "", contracts } = stack.addresses;
const { databaseUrl = "" } = stack;
const shredDatabaseUrl = await usePostgres(databaseUrl).database("qti_shred");
let api = startApi();

try {
  const rows = [...(await measureTaps()), ...(await measure(await api.url))];
  for (const { name, value, unit } of rows) console.log(`${name.padEnd(24)} ${value} ${unit}`);
  if (process.env.QTI_BENCH_OUT)
    writeFileSync(process.env.QTI_BENCH_OUT, `${JSON.stringify(rows, null, 2)}\n`);
} finally {
  api.child.kill("SIGTERM");
  await api.exited;
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}

function startApi() {
  const child = spawn(process.execPath, [new URL("../src/main.ts", import.meta.url).pathname], {
    env: {
      PATH: process.env.PATH,
      QTI_API_PORT: "0",
      DATABASE_URL: databaseUrl,
      QTI_SHRED_DATABASE_URL: shredDatabaseUrl,
      QTI_SHRED_KEY: generatePrivateKey(),
      QTI_RPC_URL: rpc,
      QTI_CONTRACTS: JSON.stringify(contracts),
      QTI_WEB_ORIGIN: webOrigin,
      QTI_REGIONS: `eu=${join(folder, "eu")},us=${join(folder, "us")}`,
      QTI_TAP_ORACLE_KEY: generatePrivateKey(),
      QTI_LOG_KEY: generatePrivateKey(),
      QTI_RATE_PER_MINUTE: "100000000",
      QTI_SIGN_INS_PER_MINUTE: "100000000",
      QTI_ORDERS_PER_MINUTE: "100000000",
      QTI_ORDERS_PER_MAKER: "100000",
      QTI_TAP_STARTS_PER_MINUTE: "100000000",
      QTI_LOG_LEVEL: "info",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  // Read to the end: a pipe that nobody empties would stop the service.
  createInterface({ input: child.stdout }).on("line", (line) => {
    const entry = z.looseObject({ msg: z.string(), port: z.number().optional() }).parse(JSON.parse(line));
    if (entry.msg === "listening" && entry.port !== undefined) resolve(`http://localhost:${entry.port}`);
  });
  exited.then(() => reject(new BenchError("The api ended before it listened.")));
  return { child, exited, url };
}

/** A thousand simultaneous tappers: undisturbed, then with the api killed in the middle. */
async function measureTaps(): Promise<Row[]> {
  let url = await api.url;
  const stage = {
    url: () => url,
    pid: () => api.child.pid,
    killAndStart: async () => {
      api.child.kill("SIGKILL");
      await api.exited;
      api = startApi();
      url = await api.url;
    },
    databaseUrl,
    chainId: 31_337,
    tapRewards: new World(rpc, { ...contracts }).address("tapRewards"),
  };
  const people = await prepareTappers(stage);
  const calm = await runTappers(stage, people, { kill: false });
  const killed = await runTappers(stage, people, { kill: true });
  const below = (name: string, value: number, unit: string, bar: number | null) =>
    lower(`api/taps/${name}`, value, unit, bar);
  return [
    // A thousand people offer 250 batches a second; at the end the last of them are waited for.
    { ...row("api/taps/batches", calm.batchesPerSecond, "batches/s"), bar: 200 },
    below("p50", calm.p50, "ms", 50),
    below("p95", calm.p95, "ms", 250),
    below("p99", calm.p99, "ms", 500),
    below("lost", calm.lost, "taps", 0),
    below("doubled", calm.doubled, "taps", 0),
    // They share the cores, the thousand clients as well.
    ...Object.entries(calm.cpu).map(([who, ms]) => below(`cpu/${who}`, ms, "ms/batch", null)),
    row("api/taps/killed/batches", killed.batchesPerSecond, "batches/s"),
    below("killed/p50", killed.p50, "ms", null),
    below("killed/p99", killed.p99, "ms", null),
    below("killed/lost", killed.lost, "taps", 0),
    below("killed/doubled", killed.doubled, "taps", 0),
  ];
}

/** Somebody who is signed in and has a record to send. */
type Client = Awaited<ReturnType<typeof signIn>>;

async function measure(url: string): Promise<Row[]> {
  const people = await Promise.all(Array.from({ length: clients }, () => signIn(url)));
  const rows = [
    row("api/records/put", await perSecond(people, putRecord), "req/s"),
    row("api/records/get", await perSecond(people, getRecord), "req/s"),
    row("api/blobs/put", await perSecond(people, putBlob), "req/s"),
  ];
  const [person] = people;
  if (person === undefined) throw new BenchError("Nobody is signed in.");
  const bytes = randomBytes(largeBytes);
  const path = `/v1/blobs/${sha256(bytes)}`;
  const up = await megabytesPerSecond(async () => (await person.call("PUT", path, { bytes })).arrayBuffer());
  const down = await megabytesPerSecond(async () => (await person.call("GET", path)).arrayBuffer());
  return [
    ...rows,
    row("api/blobs/upload", up, "MB/s"),
    row("api/blobs/download", down, "MB/s"),
    ...(await measureVault(url)),
    ...(await measureOrders(url)),
  ];
}

/** A crowd that uses its records; nothing that was acknowledged may be missing afterwards. */
async function measureVault(url: string): Promise<Row[]> {
  const people: Client[] = [];
  for (let count = 0; count < crowd; count += clients)
    people.push(
      ...(await Promise.all(Array.from({ length: Math.min(clients, crowd - count) }, () => signIn(url)))),
    );
  for (const person of people) await putRecord(person);
  const drained = (person: Client, path: string) => async () => {
    await (await person.call("GET", path)).arrayBuffer();
  };
  const taking = people.map(
    (person): VaultClient => ({
      list: drained(person, "/v1/records"),
      readRecord: () => getRecord(person),
      readBlob: drained(person, `/v1/blobs/${person.record.payloadHash}`),
      writeBlob: () => putBlob(person),
      writeRecord: () => putRecord(person),
      prove: drained(person, `/v1/records/${person.ids[0]}/proof`),
    }),
  );
  const busy = await runVault(taking, { seconds: 4 * secondsEach, pauseMs: 0 });
  const calm = await runVault(taking, { seconds: 4 * secondsEach, pauseMs: 1_000 });
  const why = busy.why ?? calm.why;
  if (why !== undefined) console.error(`The first request that was refused: ${why}`);
  let lost = 0;
  for (const { call, ids } of people) {
    for (const id of ids) {
      await call("GET", `/v1/records/${id}`).then(
        (response) => response.arrayBuffer(),
        () => {
          lost += 1;
        },
      );
    }
  }
  return [
    row("api/vault/200-clients", busy.requestsPerSecond, "req/s"),
    lower("api/vault/200-clients/p50", busy.p50, "ms", null),
    lower("api/vault/200-clients/p99", busy.p99, "ms", null),
    lower("api/vault/200-clients/paused/p50", calm.p50, "ms", null),
    lower("api/vault/200-clients/paused/p95", calm.p95, "ms", null),
    lower("api/vault/200-clients/paused/p99", calm.p99, "ms", null),
    lower("api/vault/200-clients/refused", busy.refused + calm.refused, "requests", 0),
    lower("api/vault/200-clients/lost", lost, "records", 0),
  ];
}

/** The order book: a chain answers for every order that is posted, and all of them stand in the book that is read. */
async function measureOrders(url: string): Promise<Row[]> {
  const world = new World(rpc, { ...contracts });
  const issuer = await world.issuer();
  const { asset } = issuer;
  const waiting: Posted[] = [];
  for (let count = 0; count < sellers; count++) {
    const seller = await world.trader();
    await issuer.give(asset, seller.address, 1_000n * SHARE);
    await seller.approve(asset);
    for (let dollars = 1n; dollars <= ordersEach; dollars++) {
      waiting.push(await seller.sign(await seller.ask(asset, { shares: 1n, dollars: 100n + dollars })));
    }
  }
  const lanes = Array.from({ length: clients });
  const posted = await perSecond(lanes, async () => {
    const next = waiting.pop();
    if (next === undefined) throw new BenchError("More orders were taken than were signed.");
    const response = await post({ url }, next);
    if (response.status !== 201) throw new BenchError(`POST /v1/orders answered ${response.status}.`);
    await response.arrayBuffer();
  });
  const read = (path: string) => async () => {
    const response = await fetch(`${url}${path}`);
    if (!response.ok) throw new BenchError(`GET ${path} answered ${response.status}.`);
    await response.arrayBuffer();
  };
  const list = `/v1/orders?asset=${asset}&side=ask&state=open`;
  const { items } = orderPageSchema.parse(await (await fetch(`${url}${list}&first=100`)).json());
  if (items.length === 0) throw new BenchError("Nothing stands in the book.");
  return [
    row("api/orders/post", posted, "req/s"),
    row("api/orders/list", await perSecond(lanes, read(list)), "req/s"),
    row(
      "api/orders/book",
      await perSecond(lanes, read(`/v1/orders/book?asset=${asset}&money=${world.dollar}`)),
      "req/s",
    ),
  ];
}

function row(name: string, value: number, unit: string): Row {
  return { name, value: Math.round(value), unit, bar: null, better: "higher" };
}

function lower(name: string, value: number, unit: string, bar: number | null): Row {
  return { name, value: Math.round(value * 100) / 100, unit, bar, better: "lower" };
}

type Sent = { json?: unknown; bytes?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> };

async function signIn(url: string) {
  let cookie = "";
  const call = async (method: string, path: string, { json, bytes, headers }: Sent = {}) => {
    const type = bytes === undefined ? "application/json" : "application/octet-stream";
    const body = bytes ?? (json === undefined ? undefined : JSON.stringify(json));
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        origin: webOrigin,
        cookie,
        ...(body === undefined ? {} : { "content-type": type }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok)
      throw new BenchError(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };

  const wallet = privateKeyToAccount(generatePrivateKey());
  const owner = wallet.address.toLowerCase() as `0x${string}`;
  const facts = z
    .object({ nonce: z.string(), domain: z.string(), uri: z.string(), chainId: z.number() })
    .parse(await (await call("GET", "/v1/session/nonce")).json());
  const { chainId } = facts;
  const message = createSiweMessage({ ...facts, address: wallet.address, version: "1" });
  const signature = await wallet.signMessage({ message });
  const signedIn = await call("POST", "/v1/session", { json: { message, signature } });
  cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { keys } = await generateKeys();
  await call("PUT", "/v1/keys", { json: await signKeys(keys, { account: owner, chainId }) });
  const sealed = await seal({
    keys,
    recordId: newRecordId(),
    owner,
    chainId,
    space: "notes",
    type: "note",
    version: 1,
    previous: null,
    body: randomBytes(1024),
    recipients: [],
  });
  await call("PUT", `/v1/blobs/${sealed.payloadHash}`, { bytes: sealed.payload });
  const record = {
    space: "notes",
    version: 1,
    author: keys.public.fingerprint,
    header: Buffer.from(sealed.header).toString("base64"),
    payloadHash: sealed.payloadHash,
    manifestHash: sealed.manifestHash,
    attachments: [],
    readers: sealed.readers,
    leafSalt: sealed.leafSalt,
  };
  return { call, record, ids: [] as string[] };
}

async function putRecord({ call, record, ids }: Client): Promise<void> {
  const id = newRecordId();
  const sent = { json: record, headers: { "if-none-match": "*" } };
  await (await call("PUT", `/v1/records/${id}`, sent)).arrayBuffer();
  ids.push(id);
}

async function getRecord({ call, ids }: Client): Promise<void> {
  const id = ids[Math.floor(Math.random() * ids.length)];
  await (await call("GET", `/v1/records/${id}`)).arrayBuffer();
}

async function putBlob({ call }: Client): Promise<void> {
  const bytes = randomBytes(4096);
  await (await call("PUT", `/v1/blobs/${sha256(bytes)}`, { bytes })).arrayBuffer();
}

/** How often `work` is done a second by all clients side by side, after a moment to warm up. */
async function perSecond<one>(people: readonly one[], work: (person: one) => Promise<void>): Promise<number> {
  const run = async (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    let done = 0;
    await Promise.all(
      people.map(async (person) => {
        while (performance.now() < end) {
          await work(person);
          done += 1;
        }
      }),
    );
    return done;
  };
  await run(500);
  const started = performance.now();
  const done = await run(secondsEach * 1000);
  return done / ((performance.now() - started) / 1000);
}

/** The middle one of three, so that one pause of the disk is not the result. */
async function megabytesPerSecond(work: () => Promise<unknown>): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    await work();
    rates.push(largeBytes / 1e6 / ((performance.now() - started) / 1000));
  }
  return rates.sort((one, other) => one - other)[1] ?? 0;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
