import { randomBytes } from "node:crypto";
import { deleteRecord } from "@qti/sdk/records/client";
import {
  CheckpointInvalidError,
  createNoteSigners,
  formatCheckpoint,
  formatHead,
  formatVerifierKey,
  HeaderReplayedError,
  headerHash,
  LogForkedError,
  LogTruncatedError,
  MixedRecipientsError,
  openHead,
  openLog,
  processLogMemory,
  RecordDeletedError,
  type RecordHead,
  RecordSwappedError,
  type RecordsLog,
  RecordWithheldError,
  readCheckpoint,
  recordLeafHash,
  rootOf,
  signNote,
  VersionRolledBackError,
  verifyRecord,
} from "@qti/sdk/records/log";
import { type RecordProof, type RecordRow, recordProofSchema } from "@qti/sdk/records/wire";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { derive } from "../src/core/sealing.ts";
import { type Answer, lying, startLiar } from "./support/liar.ts";
import { type Person, signIn } from "./support/person.ts";
import { type Service, startService } from "./support/service.ts";

/** Who runs the service has the keys of its log: what it signs can be a lie. */
const secret = Buffer.from("6b".repeat(32), "hex");

let service: Service;
let liar: Awaited<ReturnType<typeof startLiar>>;
let ada: Person;
let log: RecordsLog;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

beforeEach(async () => {
  liar = await startLiar(service);
  ada = await (await signIn(liar)).publish();
  log = await openLog(ada.api, { memory: processLogMemory() });
});

async function signersOf() {
  return createNoteSigners(log.identity.origin, {
    ed25519: derive(secret, "qti/log/ed25519/v1"),
    mlDsa: derive(secret, "qti/log/ml-dsa/v1"),
  });
}

const isRecord = (path: string, { id }: { id: string }) => path === `/v1/records/${id}`;
const isProof = (path: string, { id }: { id: string }) => path === `/v1/records/${id}/proof`;
const proofOf = ({ text }: Answer): RecordProof => recordProofSchema.parse(JSON.parse(text));

/** The proof with a head that the liar signed. */
async function withHead(answer: Answer, change: (head: RecordHead) => Partial<RecordHead>): Promise<Answer> {
  const proof = proofOf(answer);
  const head = await openHead(proof.head, log.keys);
  const changed = formatHead({ ...head, ...change(head) });
  return lying.json({ ...proof, head: await signNote(changed, await signersOf()) });
}

/** The proof that the service itself gives now for a leaf of before, with a head for it. */
async function olderVersion(answer: Answer, old: RecordRow): Promise<Answer> {
  const leafHash = await recordLeafHash(old);
  const hex = Buffer.from(leafHash).toString("hex");
  const proof = proofOf(answer);
  const path = `${service.url}/v1/log/leaves/${hex}?size=${proof.inclusion.size}`;
  const inclusion = (await (await fetch(path)).json()) as RecordProof["inclusion"];
  const header = await headerHash(new Uint8Array(Buffer.from(old.header, "base64")));
  const head = await withHead(answer, () => ({
    version: old.version,
    revision: old.revision,
    leafIndex: inclusion.index,
    leafHash,
    headerHash: header,
  }));
  return lying.json({ ...proofOf(head), inclusion });
}

const verify = (row: { id: string }, by = log) => verifyRecord(by, { id: row.id });

describe("an honest service", () => {
  it("is believed: what it gives is in the log, and the latest", async () => {
    const row = await ada.write("one");
    const first = await verify(row);
    expect(first.record).toEqual(row);
    const next = await ada.rewrite(row, "two");
    const second = await verify(row);
    expect(second.record).toEqual(next);
    expect(second.checkpoint.size).toBeGreaterThan(first.checkpoint.size);
    expect(await readCheckpoint(log)).toEqual(second.checkpoint);
    // By many at once, whose answers overtake each other.
    const rows = await Promise.all([1, 2, 3, 4].map((count) => ada.write(`note ${count}`)));
    const all = await Promise.all(rows.map((each) => verify(each)));
    expect(all.map(({ record }) => record)).toEqual(rows);
  });

  it("is asked again when somebody writes between the record and its proof", async () => {
    const row = await ada.write("one");
    let next: RecordRow | undefined;
    liar.lies(async (path) => {
      if (isRecord(path, row) && next === undefined) next = await ada.rewrite(row, "two");
      return undefined;
    });
    expect((await verify(row)).record).toEqual(next);
  });

  it("proves a deletion to who has seen the record", async () => {
    const row = await ada.write("gone");
    await verify(row);
    await deleteRecord(ada.api, { id: row.id, current: await ada.rewrite(row, "gone soon") });
    await expect(verify(row)).rejects.toThrow(RecordDeletedError);
  });

  it("keeps its name and its keys: those of the first time count", async () => {
    await readCheckpoint(log);
    const memory = log.memory;
    liar.lies((path) =>
      path === "/v1/log" ? lying.json({ origin: "another", verifierKeys: [] }) : undefined,
    );
    expect((await openLog(ada.api, { memory })).identity).toEqual(log.identity);
  });
});

describe("a lying service", () => {
  it("that gives another record is found to have swapped it", async () => {
    const [row, other] = [await ada.write("mine"), await ada.write("other")];
    liar.lies((path) => (isRecord(path, row) ? lying.json(other) : undefined));
    await expect(verify(row)).rejects.toThrow(RecordSwappedError);
    liar.lies((path) => (isRecord(path, row) ? lying.json({ ...other, id: row.id }) : undefined));
    await expect(verify(row)).rejects.toThrow(RecordSwappedError);
    // Its proof as well.
    liar.lies(async (path) => {
      if (isRecord(path, row)) return lying.json({ ...other, id: row.id });
      if (!isProof(path, row)) return undefined;
      const answer = await (await ada.fetch(`/v1/records/${other.id}/proof`)).text();
      return { ...lying.json(0), text: answer };
    });
    await expect(verify(row)).rejects.toThrow(RecordSwappedError);
  });

  it("that signs a version which is not in the log is found to have swapped it", async () => {
    const row = await ada.write("mine");
    const forged = { ...row, manifestHash: randomBytes(32).toString("hex") };
    liar.lies(async (path, answer) => {
      if (isRecord(path, row)) return lying.json(forged);
      const leafHash = await recordLeafHash(forged);
      return isProof(path, row) ? withHead(answer, () => ({ leafHash })) : undefined;
    });
    await expect(verify(row)).rejects.toThrow(RecordSwappedError);
  });

  it("that gives an older version is found to have rolled back, signed or not", async () => {
    const row = await ada.write("one");
    const next = await ada.rewrite(row, "two");
    expect((await verify(row)).record).toEqual(next);
    liar.lies((path) => (isRecord(path, row) ? lying.json(row) : undefined));
    await expect(verify(row)).rejects.toThrow(VersionRolledBackError);
    // The old leaf is in the log for ever, and the log signs that it is the latest.
    liar.lies((path, answer) => {
      if (isRecord(path, row)) return lying.json(row);
      return isProof(path, row) ? olderVersion(answer, row) : undefined;
    });
    await expect(verify(row)).rejects.toThrow(VersionRolledBackError);
    // Who sees the record for the first time cannot tell; what it is given convicts the log before whoever has the newer version.
    const { proof } = await verify(row, await openLog(ada.api, { memory: processLogMemory() }));
    liar.isHonest();
    const truth = await verify(row);
    const lie = await openHead(proof.head, log.keys);
    expect(lie).toMatchObject({ id: row.id, version: 1 });
    expect(truth.head).toMatchObject({ id: row.id, version: 2 });
    expect(truth.head.leafIndex).toBeLessThan(lie.size);
  });

  it("that cuts its log is found to have truncated it", async () => {
    const row = await ada.write("one");
    const answers = new Map<string, Answer>();
    liar.lies((path, answer) => {
      answers.set(path, answer);
      return undefined;
    });
    await verify(row);
    await readCheckpoint(log);
    liar.isHonest();
    await verify(await ada.write("two"));
    liar.lies((path) => answers.get(path));
    await expect(verify(row)).rejects.toThrow(LogTruncatedError);
    const found = await readCheckpoint(log).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(LogTruncatedError);
    expect((found as LogTruncatedError).evidence).toHaveLength(2);
  });

  it("that shows another past is found to have forked, at the same size and at a larger one", async () => {
    const row = await ada.write("one");
    const { checkpoint } = await verify(row);
    const { origin, size } = checkpoint;
    const signers = await signersOf();
    for (const leaves of [size, size + 3]) {
      const fork = await rootOf(Array.from({ length: leaves }, () => new Uint8Array(randomBytes(32))));
      const note = await signNote(formatCheckpoint({ origin, size: leaves, root: fork }), signers);
      const hashes = [randomBytes(32).toString("hex")];
      liar.lies((path) => {
        if (path === "/v1/log/checkpoint") return lying.note(note);
        return path.startsWith("/v1/log/consistency")
          ? lying.json({ from: size, to: leaves, hashes })
          : undefined;
      });
      const found = await readCheckpoint(log).catch((error: unknown) => error);
      expect(found).toBeInstanceOf(LogForkedError);
      expect((found as LogForkedError).evidence).toContain(note);
    }
    // What it showed is not remembered: the true log goes on.
    liar.isHonest();
    await verify(await ada.write("two"));
  });

  it("that hides a record, its proof, or how the log grew, is found to withhold", async () => {
    const row = await ada.write("one");
    await verify(row);
    liar.lies((path) => (isRecord(path, row) ? lying.missing() : undefined));
    await expect(verify(row)).rejects.toThrow(RecordWithheldError);
    // With a deletion that was never written.
    liar.lies((path) => {
      if (path.startsWith("/v1/log/leaves/")) return lying.json({ index: 0, size: 1, hashes: [] });
      return isRecord(path, row) ? lying.missing() : undefined;
    });
    await expect(verify(row)).rejects.toThrow(RecordWithheldError);
    liar.lies((path) => (isProof(path, row) ? lying.missing() : undefined));
    await expect(verify(row)).rejects.toThrow(RecordWithheldError);
    await ada.write("the log grows");
    liar.lies((path) => (path.startsWith("/v1/log/consistency") ? lying.missing() : undefined));
    await expect(verify(row)).rejects.toThrow(RecordWithheldError);
  });

  it("that adds a classical recipient to a header is found to have mixed recipients", async () => {
    const row = await ada.write("one");
    const base64 = (size: number) => randomBytes(size).toString("base64").replaceAll("=", "");
    const header = Buffer.from(row.header, "base64").toString("latin1");
    const mixed = header.replace("\n-> ", `\n-> X25519 ${base64(32)}\n${base64(32)}\n-> `);
    liar.lies((path) =>
      isRecord(path, row)
        ? lying.json({ ...row, header: Buffer.from(mixed, "latin1").toString("base64") })
        : undefined,
    );
    await expect(verify(row)).rejects.toThrow(MixedRecipientsError);
  });

  it("that gives an old header is found to have replayed it, signed or not", async () => {
    const ben = await (await signIn(liar)).publish();
    const row = await ada.write("one", [ben]);
    const alone = await ada.shareWith(row, []);
    await verify(row);
    // The header that Ben can open, under the revision of now, and under its own.
    for (const old of [{ ...alone, header: row.header }, row]) {
      liar.lies((path) => (isRecord(path, row) ? lying.json(old) : undefined));
      await expect(verify(row)).rejects.toThrow(HeaderReplayedError);
      const hash = await headerHash(new Uint8Array(Buffer.from(old.header, "base64")));
      liar.lies((path, answer) => {
        if (isRecord(path, row)) return lying.json(old);
        const facts = { revision: old.revision, headerHash: hash };
        return isProof(path, row) ? withHead(answer, () => facts) : undefined;
      });
      await expect(verify(row)).rejects.toThrow(HeaderReplayedError);
    }
  });

  it("that has not the log's keys convinces nobody", async () => {
    const row = await ada.write("one");
    const seeds = { ed25519: new Uint8Array(randomBytes(32)), mlDsa: new Uint8Array(randomBytes(32)) };
    const strangers = await createNoteSigners(log.identity.origin, seeds);
    const { checkpoint } = await verify(row);
    const note = await signNote(formatCheckpoint(checkpoint), strangers);
    liar.lies((path) => (path === "/v1/log/checkpoint" ? lying.note(note) : undefined));
    await expect(readCheckpoint(log)).rejects.toThrow(CheckpointInvalidError);
    const verifierKeys = strangers.map(({ key }) => formatVerifierKey(key));
    liar.isHonest();
    const identity = { origin: log.identity.origin, verifierKeys };
    const pinned = await openLog(ada.api, { identity, memory: processLogMemory() });
    await expect(verify(row, pinned)).rejects.toThrow(CheckpointInvalidError);
  });
});
