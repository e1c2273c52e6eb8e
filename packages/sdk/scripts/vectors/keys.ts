import { createCipheriv, hkdfSync } from "node:crypto";
import { argon2id } from "@noble/hashes/argon2.js";
import { base32crockford } from "@scure/base";
import { privateKeyToAccount } from "viem/accounts";
import { concat, fromHex, toBase64, toHex, toHex0x, utf8 } from "../../src/records/bytes.ts";
import { nobleCryptography } from "../../src/records/crypto/cryptography.ts";
import { formatFingerprint, keyFingerprints } from "../../src/records/keys/fingerprint.ts";
import { importKeys } from "../../src/records/keys/importKeys.ts";
import { encodeIdentity } from "../../src/records/keys/recipient.ts";
import type { Keys } from "../../src/records/keys/types.ts";
import { walletFactorMessage } from "../../src/records/keys/walletFactor.ts";
import { canonicalJson } from "../../src/records/record/canonical.ts";
import { fixed, fixedId, fixedSignature, seedsOf } from "./fixed.ts";

export const people = ["ada", "ben", "cleo"] as const;
export type Person = (typeof people)[number];

const noble = await nobleCryptography();
export const keysOf = async (person: Person): Promise<Keys> => importKeys(seedsOf(person), noble);

export const account = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
export const created = "2026-01-02T03:04:05.678Z";

/** Public keys from seeds, and all that is derived from them. */
async function personVector(person: Person) {
  const { public: keys } = await keysOf(person);
  const seeds = seedsOf(person);
  const { recipient, verifier } = await keyFingerprints(keys);
  return {
    seeds: { xwing: toHex(seeds.xwing), mldsa: toHex(seeds.mldsa) },
    identity: encodeIdentity(seeds.xwing),
    ...keys,
    recipientFingerprint: recipient,
    verifierFingerprint: verifier,
    printed: formatFingerprint(keys.fingerprint),
  };
}

/** What `PUT /v1/keys` takes. */
async function published(person: Person) {
  const { public: keys } = await keysOf(person);
  const facts = { ...keys, account, chainId: 31337 };
  const signature = fixedSignature(seedsOf(person).mldsa, canonicalJson(facts), utf8("qti/keys/v1"));
  return { ...facts, signature: toBase64(signature) };
}

/** A slot as the format says, made without the code that it is to test. */
function wrap(person: Person, secret: Uint8Array, salt: Uint8Array, info: string, facts: object) {
  const seeds = seedsOf(person);
  const key = new Uint8Array(hkdfSync("sha256", secret, salt, info, 32));
  const nonce = fixed(`${info}/nonce`, 12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(canonicalJson(facts));
  const sealed = concat(cipher.update(concat(seeds.xwing, seeds.mldsa)), cipher.final(), cipher.getAuthTag());
  return { ...facts, wrapped: toBase64(concat(nonce, sealed)) };
}

async function recoveryVector(person: Person) {
  const { fingerprint } = (await keysOf(person)).public;
  const secret = fixed("recovery/secret", 25);
  const digest = await crypto.subtle.digest("SHA-256", concat(utf8("qti/recovery/v1\0"), secret));
  const letters =
    base32crockford.encode(secret) + base32crockford.encode(new Uint8Array(digest, 0, 5)).slice(0, 5);
  const salt = fixed("recovery/salt", 16);
  const facts = {
    id: fixedId("recovery"),
    fingerprint,
    createdAt: created,
    kind: "recovery",
    salt: toBase64(salt),
  };
  return {
    code: (letters.match(/.{5}/g) ?? []).join("-"),
    typed: [letters.toLowerCase(), letters.replaceAll("0", "O").replaceAll("1", "l")],
    secret: toHex(secret),
    slot: wrap(person, secret, salt, "qti/slot/recovery/v1", facts),
  };
}

async function passphraseVector(person: Person) {
  const { fingerprint } = (await keysOf(person)).public;
  const passphrase = "caf\u00e9 \ufb01nch";
  const salt = fixed("passphrase/salt", 16);
  const cost = { memoryKiB: 8192, passes: 1 };
  const facts = {
    id: fixedId("passphrase"),
    fingerprint,
    createdAt: created,
    kind: "passphrase",
    salt: toBase64(salt),
    ...cost,
  };
  const stretched = argon2id(utf8(passphrase.normalize("NFKC")), salt, { m: 8192, t: 1, p: 1, dkLen: 32 });
  return {
    passphrase,
    normalized: passphrase.normalize("NFKC"),
    stretched: toHex(stretched),
    slot: wrap(person, stretched, salt, "qti/slot/passphrase/v1", facts),
  };
}

/** What a passkey with a known answer would wrap. */
async function passkeyVector(person: Person) {
  const { fingerprint } = (await keysOf(person)).public;
  const secret = fixed("passkey/answer");
  const salt = fixed("passkey/salt", 16);
  const facts = {
    id: fixedId("passkey"),
    fingerprint,
    createdAt: created,
    kind: "passkey",
    salt: toBase64(salt),
    credentialId: "Y3JlZGVudGlhbA",
    rpId: "localhost",
    prfInput: toBase64(fixed("passkey/input")),
  };
  return { answer: toHex(secret), slot: wrap(person, secret, salt, "qti/slot/passkey/v1", facts) };
}

async function walletVector(person: Person) {
  const { fingerprint } = (await keysOf(person)).public;
  const wallet = privateKeyToAccount(toHex0x(fixed("wallet/key")));
  const facts = { account: wallet.address.toLowerCase(), chainId: 31337 };
  const signature = await wallet.signTypedData(
    walletFactorMessage({ account: wallet.address, chainId: facts.chainId }),
  );
  const share = fixed("wallet/share");
  const salt = fixed("wallet/salt", 16);
  const secret = concat(share, fromHex(signature).slice(0, 64));
  const slot = {
    id: fixedId("wallet"),
    fingerprint,
    createdAt: created,
    kind: "wallet",
    salt: toBase64(salt),
    ...facts,
  };
  return { signature, share: toHex(share), slot: wrap(person, secret, salt, "qti/slot/wallet/v1", slot) };
}

/** Ada's seeds as Ben's keeper: old keys under those that followed. */
async function successorVector(person: Person, newer: Person) {
  const { fingerprint } = (await keysOf(person)).public;
  const seeds = seedsOf(newer);
  const salt = fixed("successor/salt", 16);
  const facts = {
    id: fixedId("successor"),
    fingerprint,
    createdAt: created,
    kind: "successor",
    salt: toBase64(salt),
  };
  const secret = concat(seeds.xwing, seeds.mldsa);
  return { newer, slot: wrap(person, secret, salt, "qti/slot/successor/v1", facts) };
}

/** keys.json: seeds, what follows from them, and slots that hold them. */
export async function keyVectors() {
  const entries = await Promise.all(people.map(async (person) => [person, await personVector(person)]));
  return {
    format: "qti/vectors/keys/v1",
    people: Object.fromEntries(entries),
    published: await published("ada"),
    slots: {
      of: "ada",
      recovery: await recoveryVector("ada"),
      passphrase: await passphraseVector("ada"),
      passkey: await passkeyVector("ada"),
      wallet: await walletVector("ada"),
      successor: await successorVector("ada", "ben"),
    },
  };
}
