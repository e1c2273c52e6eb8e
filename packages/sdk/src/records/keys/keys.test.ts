import { identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomBytes, toBase64 } from "../bytes.ts";
import {
  ClassicalRecipientError,
  FingerprintInvalidError,
  KeysNotAuthenticError,
  RecipientInvalidError,
} from "../errors.ts";
import { implementations, owner, people } from "../testing/people.ts";
import {
  checkKeyPublic,
  directoryFingerprint,
  formatFingerprint,
  keyFingerprints,
  parseFingerprint,
} from "./fingerprint.ts";
import { generateKeys } from "./generateKeys.ts";
import { importKeys } from "./importKeys.ts";
import { decodeIdentity, decodeRecipient, encodeIdentity, encodeRecipient } from "./recipient.ts";
import { signKeys, verifyPublishedKeys } from "./signKeys.ts";

const { ada, ben } = await people();

test("keys are random, and their recipient is the one that age derives from the same seed", async () => {
  const one = await generateKeys();
  const two = await generateKeys();
  expect(one.seeds.xwing).not.toEqual(two.seeds.xwing);
  expect(one.seeds.mldsa).not.toEqual(one.seeds.xwing);
  expect(one.keys.public.recipient).toBe(await identityToRecipient(encodeIdentity(one.seeds.xwing)));
});

test("the same seeds are the same keys in every implementation", async () => {
  const { noble } = await implementations();
  const { keys, seeds } = await generateKeys();
  expect((await importKeys(seeds, noble)).public).toEqual(keys.public);
});

test("recipients and identities come out as they went in", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1216, maxLength: 1216 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (key, seed) => {
        expect(decodeRecipient(encodeRecipient(key))).toEqual(new Uint8Array(key));
        expect(decodeIdentity(encodeIdentity(seed))).toEqual(new Uint8Array(seed));
      },
    ),
    { numRuns: 20 },
  );
});

test("error: ClassicalRecipientError for recipients of any other kind", () => {
  for (const recipient of [
    "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
    "age1tagpq1qqqqqqqqqq",
    "age1yubikey1qqqqqqqq",
    "ssh-ed25519 AAAA",
    "",
  ]) {
    expect(() => decodeRecipient(recipient)).toThrow(ClassicalRecipientError);
  }
});

test("error: RecipientInvalidError for a recipient with a slip or of another length", () => {
  const { recipient } = ada.public;
  const slip = recipient.slice(0, -1) + (recipient.endsWith("q") ? "p" : "q");
  for (const wrong of [slip, recipient.slice(0, -3), encodeRecipient(randomBytes(1215))]) {
    expect(() => decodeRecipient(wrong)).toThrow(RecipientInvalidError);
  }
});

test("an identity of another kind is none", () => {
  expect(decodeIdentity("AGE-SECRET-KEY-1QQQ")).toBeUndefined();
  expect(decodeIdentity("AGE-SECRET-KEY-PQ-1QQQ")).toBeUndefined();
});

test("a fingerprint names both keys: with another of either it is another", async () => {
  const own = await keyFingerprints(ada.public);
  expect(own.fingerprint).toBe(ada.public.fingerprint);
  expect(await directoryFingerprint(own)).toBe(own.fingerprint);
  const mixed = await keyFingerprints({ recipient: ada.public.recipient, verifier: ben.public.verifier });
  expect(mixed.recipient).toBe(own.recipient);
  expect(mixed.verifier).not.toBe(own.verifier);
  expect(mixed.fingerprint).not.toBe(own.fingerprint);
});

test("error: RecipientInvalidError for keys under another's fingerprint", async () => {
  const { recipient, verifier } = ben.public;
  await expect(checkKeyPublic({ recipient, verifier, fingerprint: ada.public.fingerprint })).rejects.toThrow(
    RecipientInvalidError,
  );
  await expect(checkKeyPublic({ ...ben.public, verifier: "?" })).rejects.toThrow(RecipientInvalidError);
  await expect(checkKeyPublic({ ...ben.public, verifier: toBase64(randomBytes(32)) })).rejects.toThrow(
    RecipientInvalidError,
  );
  expect(await checkKeyPublic(ben.public)).toEqual(ben.public);
});

test("a fingerprint that a person reads or types is the same again", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const fingerprint = `0x${Buffer.from(bytes).toString("hex")}` as const;
      const shown = formatFingerprint(fingerprint);
      expect(shown).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){12}[0-9A-HJKMNP-TV-Z]{4}$/);
      for (const typed of [
        shown,
        shown.toLowerCase(),
        shown.replaceAll("-", " "),
        fingerprint,
        fingerprint.slice(2),
      ]) {
        expect(parseFingerprint(typed)).toBe(fingerprint);
      }
    }),
  );
});

test("error: FingerprintInvalidError for anything else", () => {
  for (const text of ["", "0x12", "hello", "U".repeat(52), "0".repeat(51), `0x${"g".repeat(64)}`]) {
    expect(() => parseFingerprint(text)).toThrow(FingerprintInvalidError);
  }
});

test("published keys are bound to their account by their own signature", async () => {
  const published = await signKeys(ada, { account: owner, chainId: 31337 });
  expect(await verifyPublishedKeys(published)).toEqual(ada.public);
});

test("error: KeysNotAuthenticError when keys are published for another account, chain or pair", async () => {
  const published = await signKeys(ada, { account: owner, chainId: 31337 });
  for (const change of [
    { account: `0x${"1".repeat(40)}` as const },
    { chainId: 1 },
    { recipient: ben.public.recipient },
    { fingerprint: ben.public.fingerprint },
    { signature: toBase64(randomBytes(3309)) },
    ben.public,
  ]) {
    await expect(verifyPublishedKeys({ ...published, ...change })).rejects.toThrow(KeysNotAuthenticError);
  }
});
