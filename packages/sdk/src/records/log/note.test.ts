import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex, randomBytes, toHex } from "../bytes.ts";
import { newRecordId } from "../ids.ts";
import { formatCheckpoint, openCheckpoint, readLogKeys } from "./checkpoint.ts";
import { CheckpointInvalidError } from "./errors.ts";
import { formatHead, openHead } from "./head.ts";
import { recordLeafHash, tombstoneLeafHash } from "./leaf.ts";
import {
  createNoteSigners,
  formatVerifierKey,
  noteLimit,
  openNote,
  parseNote,
  parseVerifierKey,
  signNote,
} from "./note.ts";
import { hashLeaf } from "./tree.ts";

const origin = "example.com/records";

async function log(name = origin) {
  const signers = await createNoteSigners(name, { ed25519: randomBytes(32), mlDsa: randomBytes(32) });
  const verifierKeys = signers.map(({ key }) => formatVerifierKey(key));
  return { signers, keys: await readLogKeys({ origin: name, verifierKeys }), verifierKeys };
}

describe("a signed note", () => {
  // https://c2sp.org/signed-note#example
  const key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  const note =
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

  test("of the specification's example verifies by its key", async () => {
    const example = await parseVerifierKey(key);
    expect(example).toMatchObject({ name: "example.com/foo", type: "ed25519" });
    expect(formatVerifierKey(example)).toBe(key);
    expect(await openNote(note, [example])).toBe("This is an example message.\n");
    const changed = note.replace("example message", "example massage");
    await expect(openNote(changed, [example])).rejects.toThrow(CheckpointInvalidError);
  });

  test("needs every key's signature, and passes over those of others", async () => {
    const [ours, others] = [await log(), await log()];
    const text = "one\ntwo\n\nthree\n";
    const both = await signNote(text, [...others.signers, ...ours.signers]);
    expect(await openNote(both, ours.keys.keys)).toBe(text);
    for (const signer of ours.signers) {
      const alone = await signNote(text, [signer, ...others.signers]);
      await expect(openNote(alone, ours.keys.keys)).rejects.toThrow(CheckpointInvalidError);
    }
  });

  test("with a byte changed anywhere is refused", async () => {
    const { signers, keys } = await log();
    const bytes = new TextEncoder().encode(await signNote("a\nb\n", signers));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 127 }), async (at, mask) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ mask;
        const text = new TextDecoder().decode(changed);
        await expect(openNote(text, keys.keys)).rejects.toThrow(CheckpointInvalidError);
      }),
      { numRuns: 60 },
    );
  });

  test.each(["", "\n", "a\n", "a\n\n", "a\n\n— x\n", "a\n\n— x AAAA\n", "a\u0000\n\n— x AAAAAAA=\n"])(
    "is not %j",
    (text) => {
      expect(() => parseNote(text)).toThrow(CheckpointInvalidError);
    },
  );

  test("is not larger than a note, whatever a service sends", () => {
    expect(() => parseNote(`${"a".repeat(noteLimit)}\n\n— x AAAAAAA=\n`)).toThrow(CheckpointInvalidError);
  });

  test.each(["", "x", "x+00000000+AQ==", key.replace("530d903a", "530d903b"), key.replace("foo", "bar")])(
    "has no verifier key %s",
    async (text) => {
      await expect(parseVerifierKey(text)).rejects.toThrow(CheckpointInvalidError);
    },
  );
});

describe("a checkpoint", () => {
  test("is read as it was written, whatever follows its three lines", async () => {
    const { signers, keys } = await log();
    const checkpoint = { origin, size: 2 ** 40, root: randomBytes(32) };
    const text = formatCheckpoint(checkpoint);
    expect(await openCheckpoint(await signNote(text, signers), keys)).toEqual(checkpoint);
    const extended = await signNote(`${text}an extension\n`, signers);
    expect(await openCheckpoint(extended, keys)).toEqual(checkpoint);
  });

  test("of another log, or of no log, is refused", async () => {
    const { signers, keys } = await log();
    const root = randomBytes(32);
    for (const text of [
      formatCheckpoint({ origin: "example.com/other", size: 1, root }),
      formatCheckpoint({ origin, size: 1, root: randomBytes(31) }),
      `${origin}\n01\n${btoa("a".repeat(32))}\n`,
      `${origin}\n-1\n${btoa("a".repeat(32))}\n`,
      `${origin}\n99999999999999999\n${btoa("a".repeat(32))}\n`,
      `${origin}\n`,
    ])
      await expect(openCheckpoint(await signNote(text, signers), keys)).rejects.toThrow(
        CheckpointInvalidError,
      );
  });

  test("needs a log with both kinds of keys, named as it is", async () => {
    const { verifierKeys } = await log();
    for (const few of [verifierKeys.slice(0, 1), verifierKeys.slice(1), []])
      await expect(readLogKeys({ origin, verifierKeys: few })).rejects.toThrow(CheckpointInvalidError);
    await expect(readLogKeys({ origin: "example.com/other", verifierKeys })).rejects.toThrow(
      CheckpointInvalidError,
    );
  });
});

describe("a head", () => {
  test("is read as it was written, and no checkpoint is taken for one", async () => {
    const { signers, keys } = await log();
    const head = {
      origin,
      id: newRecordId(),
      version: 3,
      revision: 0,
      headerHash: randomBytes(32),
      leafHash: randomBytes(32),
      leafIndex: 6,
      size: 9,
    };
    const note = await signNote(formatHead(head), signers);
    expect(await openHead(note, keys)).toEqual(head);
    await expect(openCheckpoint(note, keys)).rejects.toThrow(CheckpointInvalidError);
    const checkpoint = await signNote(formatCheckpoint({ origin, size: 9, root: head.leafHash }), signers);
    await expect(openHead(checkpoint, keys)).rejects.toThrow(CheckpointInvalidError);
  });
});

describe("a leaf", () => {
  const leaf = {
    leafSalt: "11".repeat(32),
    id: "00112233-4455-6677-8899-aabbccddeeff",
    version: 258,
    manifestHash: "22".repeat(32),
  };

  test("is the hash over salt, record, version and manifest", async () => {
    const data = `${"11".repeat(32)}00112233445566778899aabbccddeeff0000000000000102${"22".repeat(32)}`;
    expect(await recordLeafHash(leaf)).toEqual(await hashLeaf(fromHex(data)));
  });

  test("is another for each fact, and so is that of the deletion", async () => {
    const all = await Promise.all([
      recordLeafHash(leaf),
      recordLeafHash({ ...leaf, leafSalt: "12".repeat(32) }),
      recordLeafHash({ ...leaf, id: newRecordId() }),
      recordLeafHash({ ...leaf, version: 259 }),
      recordLeafHash({ ...leaf, manifestHash: "23".repeat(32) }),
      tombstoneLeafHash(leaf.id),
      tombstoneLeafHash(newRecordId()),
    ]);
    expect(new Set(all.map(toHex)).size).toBe(all.length);
  });
});
