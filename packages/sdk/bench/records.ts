import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { Keys, SealedRecord } from "../src/records/index.ts";
import { generateKeys, newRecordId, nobleCryptography, open, rewrap, seal } from "../src/records/index.ts";
import { importKeys } from "../src/records/keys/importKeys.ts";
import { benchRecordsInChromium } from "./recordsInChromium.ts";
import type { BenchRow } from "./row.ts";

/** How fast records are sealed, opened and shared in Node and, where there is one, in Chromium; and how large they become. */
export async function benchRecords(): Promise<BenchRow[]> {
  const chromium = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  return [
    ...(await benchNode()),
    ...(await benchAttachment()),
    ...(existsSync(chromium) ? await benchRecordsInChromium(chromium) : []),
  ];
}

async function benchNode(): Promise<BenchRow[]> {
  const [{ keys, seeds }, ben, cleo] = await Promise.all([generateKeys(), generateKeys(), generateKeys()]);
  const slow = await importKeys(seeds, await nobleCryptography());
  const sealed = await seal(noteBy(keys));
  const header = await rewrap({ header: sealed.header, keys, recipients: [ben.keys.public] });
  const rows: BenchRow[] = [
    rate("records/seal/1KiB/node", await perSecond(400, () => seal(noteBy(keys)))),
    rate("records/open/1KiB/node", await perSecond(400, () => openOwn(keys, sealed))),
    rate("records/seal/1KiB/node-javascript", await perSecond(60, () => seal(noteBy(slow)))),
    rate("records/open/1KiB/node-javascript", await perSecond(60, () => openOwn(slow, sealed))),
  ];

  const recipients = [ben.keys.public];
  const started = performance.now();
  for (let i = 0; i < 1000; i++) await rewrap({ header: header.header, keys, recipients });
  rows.push({
    name: "records/rewrap/1000-headers/node",
    value: round((performance.now() - started) / 1000),
    unit: "s",
    bar: 2,
    better: "lower",
  });

  const sizes: number[] = [];
  for (const readers of [[], [ben.keys.public], [ben.keys.public, cleo.keys.public]]) {
    const { header, payload } = await seal({ ...noteBy(keys), recipients: readers });
    // The nonce and the tag of one chunk are what age adds to the plaintext.
    sizes.push(header.length + payload.length - (payload.length - 32));
  }
  const [one = 0, two = 0] = sizes;
  rows.push(
    { name: "records/overhead/one-reader", value: one, unit: "bytes", bar: 1659, better: "lower" },
    { name: "records/overhead/further-reader", value: two - one, unit: "bytes", bar: 1557, better: "lower" },
  );
  return rows;
}

/** A process of its own: only then does the largest resident memory belong to the stream. */
async function benchAttachment(): Promise<BenchRow[]> {
  // As JavaScript, as users run it: what turns TypeScript into it would be measured along.
  const folder = mkdtempSync(path.join(tmpdir(), "qti-bench-"));
  const script = path.join(folder, "attachment.mjs");
  await build({
    entryPoints: [new URL("./attachmentInNode.ts", import.meta.url).pathname],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: script,
    logLevel: "error",
  });
  const { stdout } = await promisify(execFile)(process.execPath, ["--no-warnings", script]);
  rmSync(folder, { recursive: true });
  const measured: unknown = JSON.parse(stdout);
  const field = (name: string) => Number(Reflect.get(Object(measured), name));
  return [
    {
      name: "records/attachment/seal/node",
      value: round(field("megabytesPerSecond")),
      unit: "MB/s",
      bar: 120,
      better: "higher",
    },
    {
      name: "records/attachment/memory/1GiB/node",
      value: round(field("residentMegabytes")),
      unit: "MB",
      bar: 150,
      better: "lower",
    },
  ];
}

function noteBy(keys: Keys) {
  return {
    body: new Uint8Array(1024).fill(65),
    type: "note",
    space: "notes",
    recordId: newRecordId(),
    version: 1,
    previous: null,
    owner: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8" as const,
    chainId: 31337,
    keys,
    recipients: [],
  };
}

function openOwn(keys: Keys, { header, payload, manifest }: SealedRecord) {
  const { recordId, version, space } = manifest;
  return open({ header, payload, keys, author: keys.public, expected: { recordId, version, space } });
}

/** One after the other, after a tenth as many to warm up. */
async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < count / 10; i++) await work();
  const started = performance.now();
  for (let i = 0; i < count; i++) await work();
  return (count * 1000) / (performance.now() - started);
}

function rate(name: string, value: number): BenchRow {
  return { name, value: round(value), unit: "ops/s", better: "higher" };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
