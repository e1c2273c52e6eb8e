/** docs/records-vectors, read through the public SDK as docs/records-format.md tells a stranger to read them. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeVectors, outdatedVectors } from "../scripts/recordVectors.ts";
import { changed } from "../scripts/vectors/change.ts";
import {
  type Cryptography,
  cryptography,
  formatFingerprint,
  importKeys,
  type Keys,
  keyFingerprints,
  nobleCryptography,
  open,
  openStream,
  parseFingerprint,
  parseRecoveryCode,
  passkeySlot,
  passphraseSlot,
  recoverySlot,
  successorSlot,
  verifyPublishedKeys,
  walletSlot,
} from "../src/records/index.ts";
import { readWalletFactor } from "../src/records/keys/walletFactor.ts";
import { readAttachmentVectors, readKeyVectors, readRecordVectors } from "./support/vectors.ts";

const { people, published, slots } = readKeyVectors();
const records = readRecordVectors();
const attachments = readAttachmentVectors();

test("the vectors are what their script makes today, and what it makes twice is the same", async () => {
  expect(outdatedVectors(await makeVectors()), 'run "node scripts/recordVectors.ts"').toEqual([]);
});

test("every kind of refusal that opening a record has is among the vectors", () => {
  const kinds = new Set([...records.refused, ...attachments.refused].map(({ error }) => error.name));
  expect([...kinds].sort()).toEqual([
    "ClassicalRecipientError",
    "HeaderMalformedError",
    "NotARecipientError",
    "RecordMismatchError",
    "RecordTamperedError",
    "SignatureInvalidError",
    "SuiteUnknownError",
  ]);
});

describe("keys", () => {
  test.each(Object.entries(people))("%s: seeds, public keys and fingerprints", async (_, person) => {
    const { public: keys } = await importKeys(person.seeds);
    const { recipient, verifier, fingerprint } = person;
    expect(keys).toEqual({ recipient, verifier, fingerprint });
    expect(await keyFingerprints(keys)).toEqual({
      recipient: person.recipientFingerprint,
      verifier: person.verifierFingerprint,
      fingerprint,
    });
    expect(formatFingerprint(keys.fingerprint)).toBe(person.printed);
    expect(parseFingerprint(person.printed)).toBe(fingerprint);
  });

  test("published keys are bound to their account", async () => {
    expect((await verifyPublishedKeys(published)).fingerprint).toBe(people.ada?.fingerprint);
  });

  test("slots give the seeds back", async () => {
    const seeds = people[slots.of]?.seeds;
    for (const typed of [slots.recovery.code, ...slots.recovery.typed]) {
      expect(await parseRecoveryCode(typed)).toEqual(slots.recovery.secret);
      expect(await recoverySlot(typed).unwrap(slots.recovery.slot)).toEqual(seeds);
    }
    const { passphrase, normalized, slot } = slots.passphrase;
    for (const typed of [passphrase, normalized])
      expect(await passphraseSlot(typed).unwrap(slot)).toEqual(seeds);
  });

  test("slots of a passkey, a wallet with a share, and of newer keys give them back", async () => {
    const seeds = people[slots.of]?.seeds;
    const { passkey, wallet, successor } = slots;
    expect(await passkeySlot({ ...passkey.slot, secret: passkey.answer }).unwrap(passkey.slot)).toEqual(
      seeds,
    );
    const { account, chainId } = wallet.slot;
    const factor = await readWalletFactor({ account, chainId }, async () => wallet.signature);
    const opener = walletSlot({ account, chainId, factor, share: wallet.share });
    expect(await opener.unwrap(wallet.slot)).toEqual(seeds);
    const newer = people[successor.newer]?.seeds;
    expect(newer && (await successorSlot(newer).unwrap(successor.slot))).toEqual(seeds);
  });
});

async function keysOf(name: string, using: Cryptography): Promise<Keys> {
  const person = people[name];
  if (person === undefined) throw new TypeError(`nobody is called ${name}`);
  return importKeys(person.seeds, using);
}

describe.each([
  ["by the platform where it can", await cryptography()],
  ["in JavaScript", await nobleCryptography()],
])("%s", (_, using) => {
  async function opening({ header, payload, reader, author, expected }: (typeof records.refused)[number]) {
    const bytes = { header: records.headers[header], payload: records.payloads[payload] };
    if (bytes.header === undefined || bytes.payload === undefined) throw new TypeError("no such file");
    return open({
      header: bytes.header,
      payload: bytes.payload,
      keys: await keysOf(reader, using),
      author: (await keysOf(author, using)).public,
      expected,
    });
  }

  test.each(records.opened)("$name", async ({ opened, payloadHash, ...question }) => {
    const expected = { ...question.expected, payloadHash, manifestHash: opened.manifestHash };
    expect(await opening({ ...question, expected, error: { name: "" } })).toEqual(opened);
  });

  test.each(records.refused)("error: $error.name when $name", async ({ error, ...question }) => {
    await expect(opening({ ...question, error })).rejects.toMatchObject(error);
  });

  test.each(attachments.opened)("$attachment.name", async ({ attachment, ciphertext, contentHash }) => {
    const stream = await openStream({ ciphertext: new Blob([ciphertext]).stream(), attachment, using });
    const content = await new Response(stream).bytes();
    expect(content.length).toBe(attachment.size);
    expect(createHash("sha256").update(content).digest("hex")).toBe(contentHash);
  });

  test.each(attachments.refused)("error: $error.name when $name", async ({ error, change, ...sealed }) => {
    const ciphertext = new Blob([changed(sealed.ciphertext, change)]).stream();
    const opening = openStream({ ciphertext, attachment: sealed.attachment, using });
    await expect(opening.then((stream) => new Response(stream).bytes())).rejects.toMatchObject(error);
  });
});
