import { sha256 } from "@noble/hashes/sha2.js";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, randomBytes, toHex } from "../bytes.ts";
import {
  ClassicalRecipientError,
  RecipientInvalidError,
  RecordInputError,
  RecordMismatchError,
  RecordTooLargeError,
} from "../errors.ts";
import { inspectHeader } from "../header.ts";
import { keyFingerprints } from "../keys/fingerprint.ts";
import { generateKeys } from "../keys/generateKeys.ts";
import { importKeys } from "../keys/importKeys.ts";
import { decodeRecipient, encodeIdentity, encodeRecipient } from "../keys/recipient.ts";
import type { KeyPublicClaim } from "../keys/types.ts";
import { implementations, noteBy, owner, people } from "../testing/people.ts";
import { openAs } from "../testing/records.ts";
import { readersHash } from "./manifest.ts";
import { rewrap } from "./rewrap.ts";
import { type SealParameters, seal } from "./seal.ts";

const { ada, ben, cleo } = await people();

describe("seal and open", () => {
  test("any body comes out as it went in, for the author and for each reader", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (body) => {
        const sealed = await seal(noteBy(ada, { body, recipients: [ben.public] }));
        for (const reader of [ada, ben]) {
          const opened = await openAs(reader, ada, sealed);
          expect(opened.body).toEqual(new Uint8Array(body));
          expect(opened.manifest).toEqual(sealed.manifest);
          expect(opened.manifestHash).toBe(sealed.manifestHash);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("a body of the largest size is sealed", async () => {
    const body = new Uint8Array(1024 * 1024).fill(7);
    expect((await openAs(ada, ada, await seal(noteBy(ada, { body })))).body).toEqual(body);
  });

  test("the manifest says what was sealed", async () => {
    const sealed = await seal(noteBy(ada, { recipients: [ben.public] }));
    expect(sealed.manifest).toMatchObject({
      suite: "qti/record/v1",
      owner,
      author: ada.public.fingerprint,
      previous: null,
      readers: readersHash([ben.public.fingerprint, ada.public.fingerprint]),
    });
    expect(sealed.readers).toEqual([ada.public.fingerprint, ben.public.fingerprint].sort());
    expect(inspectHeader(sealed.header).stanzas).toBe(2);
    expect(sealed.payloadHash).toBe(toHex(sha256(sealed.payload)));
  });

  test("a reader named twice, or the author named as a reader, has one stanza", async () => {
    const sealed = await seal(noteBy(ada, { recipients: [ben.public, ada.public, ben.public] }));
    expect(inspectHeader(sealed.header).stanzas).toBe(2);
  });

  test("sealing the same twice gives nothing that could be compared", async () => {
    const note = noteBy(ada);
    const [one, two] = [await seal(note), await seal(note)];
    for (const field of ["payloadHash", "manifestHash", "leafSalt"] as const)
      expect(one[field]).not.toBe(two[field]);
    expect(one.payload.length).toBe(two.payload.length);
  });

  test("bodies of similar size have payloads of equal size", async () => {
    const sizes = await Promise.all(
      [900, 920, 940, 1000].map(
        async (size) => (await seal(noteBy(ada, { body: randomBytes(size) }))).payload.length,
      ),
    );
    expect(new Set(sizes).size).toBeLessThanOrEqual(2);
  });

  test("a second version names the first, and a reader can insist on it", async () => {
    const first = await seal(noteBy(ada));
    const { recordId } = first.manifest;
    const second = await seal(noteBy(ada, { recordId, version: 2, previous: first.manifestHash }));
    const expected = { recordId, version: 2, space: "notes", previous: first.manifestHash };
    expect((await openAs(ada, ada, second, { expected })).manifest.version).toBe(2);
  });

  test("what the author shared at first can be insisted on", async () => {
    const sealed = await seal(noteBy(ada, { recipients: [ben.public] }));
    const { recordId } = sealed.manifest;
    const readers = [ben.public.fingerprint, ada.public.fingerprint];
    const expected = { recordId, version: 1, space: "notes", readers };
    await openAs(ben, ada, sealed, { expected });
    await expect(
      openAs(ben, ada, sealed, { expected: { ...expected, readers: readers.slice(1) } }),
    ).rejects.toThrow(RecordMismatchError);
  });
});

describe("bad input to seal", () => {
  test.each<[string, Partial<SealParameters>]>([
    ["space", { space: "My Notes" }],
    ["recordId", { recordId: "1" }],
    ["type", { type: "" }],
    ["version", { version: 0 }],
    ["version", { version: 1.5 }],
    ["previous", { version: 2, previous: null }],
    ["previous", { version: 1, previous: "0".repeat(64) }],
    ["owner", { owner: "0x12" }],
    ["chainId", { chainId: 0 }],
  ])("error: RecordInputError names %s (%#)", async (field, more) => {
    const error = await seal(noteBy(ada, more)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RecordInputError);
    expect(error).toMatchObject({ field });
  });

  test("error: RecordTooLargeError for a body, readers or attachments above the limit", async () => {
    await expect(seal(noteBy(ada, { body: new Uint8Array(1024 * 1024 + 1) }))).rejects.toThrow(
      RecordTooLargeError,
    );
    const attachment = {
      id: crypto.randomUUID(),
      name: "a",
      mediaType: "text/plain",
      size: 1,
      hash: "0".repeat(64),
      sealedSize: 1,
      key: encodeIdentity(randomBytes(32)),
    };
    await expect(seal(noteBy(ada, { attachments: Array(33).fill(attachment) }))).rejects.toThrow(
      RecordTooLargeError,
    );
    const crowd = await Promise.all(
      Array.from({ length: 64 }, async () => (await generateKeys()).keys.public),
    );
    await expect(seal(noteBy(ada, { recipients: crowd }))).rejects.toThrow(RecordTooLargeError);
  });

  test("error: ClassicalRecipientError for an X25519 recipient, alone or among others", async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    const classical: KeyPublicClaim = { ...ben.public, recipient };
    for (const recipients of [[classical], [ben.public, classical]]) {
      await expect(seal(noteBy(ada, { recipients }))).rejects.toThrow(ClassicalRecipientError);
      const { header } = await seal(noteBy(ada));
      await expect(rewrap({ header, keys: ada, recipients })).rejects.toThrow(ClassicalRecipientError);
    }
  });

  test("error: RecipientInvalidError when a recipient is put under someone else's fingerprint", async () => {
    const swapped = { ...cleo.public, fingerprint: ben.public.fingerprint };
    await expect(seal(noteBy(ada, { recipients: [swapped] }))).rejects.toThrow(RecipientInvalidError);
  });

  test("error: RecipientInvalidError for bytes that are no key, in every implementation", async () => {
    const { best, noble } = await implementations();
    const { seeds } = await generateKeys();
    const key = decodeRecipient(ben.public.recipient);
    const lowOrder = concat(key.slice(0, 1184), new Uint8Array(32));
    const beyondModulus = concat(new Uint8Array(1152).fill(255), key.slice(1152));
    for (const bytes of [lowOrder, beyondModulus]) {
      const recipient = encodeRecipient(bytes);
      const { verifier } = ben.public;
      const { fingerprint } = await keyFingerprints({ recipient, verifier });
      for (const using of [best, noble]) {
        const keys = await importKeys(seeds, using);
        const recipients = [{ recipient, verifier, fingerprint }];
        await expect(seal(noteBy(keys, { recipients }))).rejects.toThrow(RecipientInvalidError);
      }
    }
  });
});
