import { sha256 } from "@noble/hashes/sha2.js";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeAll, describe, expect, test } from "vitest";
import { QtiError } from "../../errors/base.ts";
import { concat, fromUtf8, toHex, utf8 } from "../bytes.ts";
import {
  ClassicalRecipientError,
  HeaderMalformedError,
  NotARecipientError,
  RecipientInvalidError,
  RecordMismatchError,
  RecordTamperedError,
  SignatureInvalidError,
} from "../errors.ts";
import type { Keys } from "../keys/types.ts";
import { flipped, noteBy, owner, people } from "../testing/people.ts";
import { ageFile, forge, openAs, signedContents } from "../testing/records.ts";
import { encodeContents, signatureContext, signedDigest } from "./contents.ts";
import { encodeManifest } from "./manifest.ts";
import type { RecordManifest } from "./manifestSchema.ts";
import { rewrap } from "./rewrap.ts";
import { type SealedRecord, seal } from "./seal.ts";

const { ada, ben, cleo } = await people();

describe("a record that was touched is refused", () => {
  let sealed: SealedRecord;
  beforeAll(async () => {
    sealed = await seal(noteBy(ada, { recipients: [ben.public] }));
  });

  test("at every byte of its header", async () => {
    for (let i = 0; i < sealed.header.length; i++) {
      const error = await openAs(ben, ada, { ...sealed, header: flipped(sealed.header, i) }).catch(
        (e: unknown) => e,
      );
      expect(error, `byte ${i}`).toBeInstanceOf(QtiError);
    }
  });

  test("error: NotARecipientError or RecordTamperedError when a stanza's share or key is changed", async () => {
    const text = fromUtf8(sealed.header);
    const lines = text.split("\n");
    const offsets = lines.map((_, i) => lines.slice(0, i).join("\n").length + (i > 0 ? 1 : 0));
    // Line 0 is the version; then a stanza's arguments and its body, twice; then the MAC.
    for (const line of [1, 2, 3, 4]) {
      const at = (offsets[line] ?? 0) + (line % 2 === 1 ? "-> mlkem768x25519 ".length : 0) + 5;
      const header = new Uint8Array(sealed.header);
      header[at] = header[at] === 0x41 ? 0x42 : 0x41;
      for (const reader of [ada, ben]) {
        const error = await openAs(reader, ada, { ...sealed, header }).catch((e: unknown) => e);
        expect([NotARecipientError, RecordTamperedError].some((type) => error instanceof type)).toBe(true);
      }
    }
  });

  test("error: RecordTamperedError when the MAC is another, or a stanza is taken out", async () => {
    const mac = sealed.header.length - 20;
    const header = new Uint8Array(sealed.header);
    header[mac] = header[mac] === 0x41 ? 0x42 : 0x41;
    await expect(openAs(ben, ada, { ...sealed, header })).rejects.toThrow(RecordTamperedError);
    const [version, one, oneKey, two, twoKey, end] = fromUtf8(sealed.header).split("\n");
    for (const stanza of [
      [one, oneKey],
      [two, twoKey],
    ]) {
      const shorter = utf8(`${[version, ...stanza, end].join("\n")}\n`);
      const errors = await Promise.all(
        [ada, ben].map((reader) =>
          openAs(reader, ada, { ...sealed, header: shorter }).catch((e: unknown) => e),
        ),
      );
      // The reader whose stanza is left sees the tampering, the other one no stanza of theirs.
      expect(errors.filter((e) => e instanceof RecordTamperedError)).toHaveLength(1);
      expect(errors.filter((e) => e instanceof NotARecipientError)).toHaveLength(1);
    }
  });

  test("error: RecordTamperedError at any byte of the payload: nonce, ciphertext, tag", async () => {
    const { payload } = sealed;
    const edges = [...Array(40).keys(), ...Array.from({ length: 40 }, (_, i) => payload.length - 1 - i)];
    const inside = Array.from({ length: 100 }, (_, i) => 40 + Math.floor((i * (payload.length - 80)) / 100));
    for (const i of [...edges, ...inside]) {
      await expect(
        openAs(ben, ada, { ...sealed, payload: flipped(payload, i) }),
        `byte ${i}`,
      ).rejects.toThrow(RecordTamperedError);
    }
  });

  test("error: RecordTamperedError when the payload is cut, grown, empty, or another record's", async () => {
    const other = await seal(noteBy(ada, { recipients: [ben.public] }));
    for (const payload of [
      sealed.payload.slice(0, -1),
      sealed.payload.slice(0, 16),
      new Uint8Array(),
      concat(sealed.payload, Uint8Array.of(0)),
      other.payload,
    ]) {
      await expect(openAs(ben, ada, { ...sealed, payload })).rejects.toThrow(RecordTamperedError);
    }
  });

  test("error: RecordTamperedError before anything is decrypted when the payload's hash is known", async () => {
    const { recordId, version, space } = sealed.manifest;
    const expected = { recordId, version, space, payloadHash: "0".repeat(64) };
    await expect(openAs(cleo, ada, sealed, { expected })).rejects.toThrow(RecordTamperedError);
  });

  test("error: HeaderMalformedError when the header brings its payload along", async () => {
    const header = concat(sealed.header, sealed.payload);
    await expect(openAs(ben, ada, { ...sealed, header })).rejects.toThrow(HeaderMalformedError);
  });
});

describe("a genuine record in the wrong place is refused", () => {
  test("error: NotARecipientError for someone it is not shared with", async () => {
    await expect(openAs(cleo, ada, await seal(noteBy(ada, { recipients: [ben.public] })))).rejects.toThrow(
      NotARecipientError,
    );
  });

  test("error: RecordMismatchError for another record, an older version, another space, type, owner or chain", async () => {
    const asked = noteBy(ada);
    const { recordId } = asked;
    const expected = { recordId, version: 2, space: "notes", type: "note", owner, chainId: 31337 } as const;
    const previous = "0".repeat(64);
    const good = { ...asked, version: 2, previous };
    await openAs(ada, ada, await seal(good), { expected });
    for (const [field, change] of Object.entries({
      recordId: { recordId: crypto.randomUUID() },
      version: { version: 1, previous: null },
      space: { space: "kyc" },
      type: { type: "loan-file" },
      owner: { owner: `0x${"1".repeat(40)}` as const },
      chainId: { chainId: 1 },
    })) {
      const error = await openAs(ada, ada, await seal({ ...good, ...change }), { expected }).catch(
        (e: unknown) => e,
      );
      expect(error).toBeInstanceOf(RecordMismatchError);
      expect(error).toMatchObject({ field });
    }
  });

  test("error: RecordMismatchError when the version before is not the one the reader saw", async () => {
    const sealed = await seal(noteBy(ada, { version: 2, previous: "1".repeat(64) }));
    const { recordId } = sealed.manifest;
    const expected = { recordId, version: 2, space: "notes", previous: "2".repeat(64) };
    await expect(openAs(ada, ada, sealed, { expected })).rejects.toMatchObject({ field: "previous" });
    const hash = { recordId, version: 2, space: "notes", manifestHash: "2".repeat(64) };
    await expect(openAs(ada, ada, sealed, { expected: hash })).rejects.toMatchObject({
      field: "manifestHash",
    });
  });
});

describe("a record that its author did not write is refused", () => {
  const forgedFor = async (manifest: RecordManifest, signer: Keys, body = utf8("forged")) => {
    const bytes = encodeManifest({ ...manifest, body: { size: body.length, hash: toHex(sha256(body)) } });
    return forge(await signedContents(bytes, body, signer), ben.public.recipient);
  };

  test("error: SignatureInvalidError when anyone seals in the author's name", async () => {
    const real = await seal(noteBy(ada, { recipients: [ben.public] }));
    const forged = await forgedFor(real.manifest, cleo);
    await expect(openAs(ben, ada, { ...real, ...forged })).rejects.toThrow(SignatureInvalidError);
    // The same file, signed by Ada, opens: nothing but the signature is wrong.
    await openAs(ben, ada, { ...real, ...(await forgedFor(real.manifest, ada)) });
  });

  test("error: RecordMismatchError when someone's own record is passed off as the author's", async () => {
    const real = await seal(noteBy(cleo, { recipients: [ben.public] }));
    await expect(openAs(ben, ada, real)).rejects.toMatchObject({
      name: "RecordMismatchError",
      field: "author",
    });
    await openAs(ben, cleo, real);
  });

  test("error: RecipientInvalidError when the author's verifier is swapped under their fingerprint", async () => {
    const real = await seal(noteBy(cleo, { recipients: [ben.public] }));
    const author = { ...cleo.public, fingerprint: ada.public.fingerprint };
    await expect(openAs(ben, ada, real, { author })).rejects.toThrow(RecipientInvalidError);
  });

  test("error: SignatureInvalidError when the body or the manifest is another than was signed", async () => {
    const real = await seal(noteBy(ada, { recipients: [ben.public] }));
    const body = utf8("one thing");
    const manifest = { ...real.manifest, body: { size: body.length, hash: toHex(sha256(body)) } };
    const signature = await ada.signature.sign(
      signedDigest(encodeManifest(manifest), body),
      signatureContext,
    );
    for (const changed of [
      { manifest: encodeManifest(manifest), body: utf8("else thing") },
      { manifest: encodeManifest({ ...manifest, type: "loan-file" }), body },
    ]) {
      const forged = await forge(encodeContents({ ...changed, signature }), ben.public.recipient);
      await expect(openAs(ben, ada, { ...real, ...forged })).rejects.toThrow(SignatureInvalidError);
    }
  });

  test("error: SignatureInvalidError for a signature made for another purpose", async () => {
    const real = await seal(noteBy(ada, { recipients: [ben.public] }));
    const body = utf8("x");
    const manifest = encodeManifest({ ...real.manifest, body: { size: 1, hash: toHex(sha256(body)) } });
    const signature = await ada.signature.sign(signedDigest(manifest, body), utf8("qti/keys/v1"));
    const forged = await forge(encodeContents({ manifest, body, signature }), ben.public.recipient);
    await expect(openAs(ben, ada, { ...real, ...forged })).rejects.toThrow(SignatureInvalidError);
  });

  test("error: RecordTamperedError when even the author's manifest does not fit the body", async () => {
    const real = await seal(noteBy(ada, { recipients: [ben.public] }));
    const body = utf8("x");
    for (const claimed of [
      { size: 2, hash: toHex(sha256(body)) },
      { size: 1, hash: "0".repeat(64) },
    ]) {
      const manifest = encodeManifest({ ...real.manifest, body: claimed });
      const forged = await forge(await signedContents(manifest, body, ada), ben.public.recipient);
      await expect(openAs(ben, ada, { ...real, ...forged })).rejects.toThrow(RecordTamperedError);
    }
  });
});

describe("classical recipients", () => {
  test("error: ClassicalRecipientError for a valid record whose header also has an X25519 stanza", async () => {
    const real = await seal(noteBy(ada, { recipients: [ben.public] }));
    const classical = await identityToRecipient(await generateX25519Identity());
    const body = utf8("x");
    const manifest = encodeManifest({ ...real.manifest, body: { size: 1, hash: toHex(sha256(body)) } });
    const contents = await signedContents(manifest, body, ada);
    const file = await ageFile(contents, ben.public.recipient, classical);
    const size = Buffer.from(file).indexOf("\n", Buffer.from(file).indexOf("\n--- ") + 1) + 1;
    const mixed = { header: file.slice(0, size), payload: file.slice(size) };
    await expect(openAs(ben, ada, { ...real, ...mixed })).rejects.toThrow(ClassicalRecipientError);
    await expect(rewrap({ header: mixed.header, keys: ben, recipients: [] })).rejects.toThrow(
      ClassicalRecipientError,
    );
  });
});
