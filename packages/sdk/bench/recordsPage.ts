/// <reference lib="dom" />
/** Runs in a browser: measures records through their Worker and posts the figures back to where the page came from. */
import { createRecordsWorker, newRecordId } from "../src/records/client.ts";
import { createSha256 } from "../src/records/crypto/sha256.ts";
import { generateKeys, type Keys, nobleCryptography, seal } from "../src/records/index.ts";

const owner = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
const note = () => ({
  body: new Uint8Array(1024).fill(65),
  type: "note",
  space: "notes",
  recordId: newRecordId(),
  version: 1,
  previous: null,
  owner,
  chainId: 31337,
  recipients: [],
});

async function timed(count: number, work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let i = 0; i < count / 10; i++) await work();
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  return { perSecond: (count * 1000) / total, median: times.sort((a, b) => a - b)[count >> 1] ?? 0 };
}

const signing = (count: number, { signature }: Keys) =>
  timed(count, () => signature.sign(new Uint8Array(64), new Uint8Array(8)));

/** Megabytes a second of the hash that bounds an attachment. */
async function hashing(): Promise<number> {
  const piece = new Uint8Array(1_000_000);
  const hash = createSha256();
  return (await timed(64, async () => hash.update(piece))).perSecond;
}

async function measure() {
  const records = createRecordsWorker();
  const { cryptography } = await records.status();
  const { recoveryCode } = await records.createKeys({ account: owner });
  const { public: keys } = await records.confirmRecovery({ recoveryCode });
  const sealing = await timed(500, () => records.seal(note()));
  const { header, payload, manifest } = await records.seal(note());
  const { recordId, version, space } = manifest;
  const opening = await timed(500, () =>
    records.open({ header, payload, author: keys, expected: { recordId, version, space } }),
  );

  const slow = await generateKeys(await nobleCryptography());
  const javascript = await timed(100, () => seal({ ...note(), owner, keys: slow.keys }));

  // What the machine does without any of our code.
  const native = await generateKeys();
  const [signs, javascriptSigns, hashed] = [
    await signing(500, native.keys),
    await signing(100, slow.keys),
    await hashing(),
  ];

  const blob = new Blob(Array.from({ length: 128 }, (_, i) => new Uint8Array(1024 * 1024).fill(i)));
  await records.sealAttachment({ blob: blob.slice(0, 16 * 1024 * 1024), name: "warm-up" });
  const started = performance.now();
  const sealed = await records.sealAttachment({ blob, name: "large" });
  const between = performance.now();
  const opened = await records.openAttachment(sealed);
  const ended = performance.now();
  const rate = (milliseconds: number) => opened.size / 1000 / milliseconds;
  return {
    cryptography,
    signsPerSecond: signs.perSecond,
    javascriptSignsPerSecond: javascriptSigns.perSecond,
    hashed,
    sealsPerSecond: sealing.perSecond,
    sealMedian: sealing.median,
    opensPerSecond: opening.perSecond,
    javascriptSealMedian: javascript.median,
    attachmentSeal: rate(between - started),
    attachmentOpen: rate(ended - between),
  };
}

const result = await measure().catch((error: unknown) => ({ error: String(error) }));
await fetch("/", { method: "POST", body: JSON.stringify(result) });
