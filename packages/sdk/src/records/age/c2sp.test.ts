/**
 * The age format as its authors test it: https://c2sp.org/CCTV/age. Each vector is one file, whole or broken in one way, with what
 * a reader must make of it. We read them twice: as any age tool would, by the library that opens records, and by our own reader of
 * headers and payloads, which must accept no more than that and nothing that is not post-quantum.
 */
import { inflateSync } from "node:zlib";
import { sha256 } from "@noble/hashes/sha2.js";
import { armor, Decrypter } from "age-encryption";
import * as vectors from "cctv-age";
import { describe, expect, test } from "vitest";
import { QtiError } from "../../errors/base.ts";
import { type Bytes, concat, fromHex, toHex } from "../bytes.ts";
import { ClassicalRecipientError, HeaderMalformedError } from "../errors.ts";
import { parseHeader, stanzaKind } from "../header.ts";
import { decodeIdentity } from "../keys/recipient.ts";
import { implementations } from "../testing/people.ts";
import { unwrapFileKey } from "./fileKey.ts";
import { openPayload, payloadNonceBytes } from "./payload.ts";

type Vector = {
  name: string;
  expect: string;
  payloadHash: string | undefined;
  fileKey: Bytes;
  identities: string[];
  passphrases: string[];
  armored: boolean;
  file: Bytes;
};

/** https://github.com/C2SP/CCTV/tree/main/age#test-file-format */
function readVector(name: string, bytes: Uint8Array): Vector {
  const end = Buffer.from(bytes).indexOf("\n\n");
  const fields = Buffer.from(bytes.subarray(0, end))
    .toString()
    .split("\n")
    .map((line) => line.split(": "));
  const all = (key: string) => fields.filter(([found]) => found === key).map(([, value = ""]) => value);
  const file = bytes.subarray(end + 2);
  return {
    name,
    expect: all("expect")[0] ?? "",
    payloadHash: all("payload")[0],
    fileKey: fromHex(all("file key")[0] ?? ""),
    identities: all("identity"),
    passphrases: all("passphrase"),
    armored: all("armored").length > 0,
    file: new Uint8Array(all("compressed").length > 0 ? inflateSync(file) : file),
  };
}

const all = Object.entries(vectors).map(([name, bytes]) => readVector(name, bytes));
const binary = all.filter(({ armored }) => !armored);
const hybrid = binary.filter(({ identities }) =>
  identities.some((one) => one.startsWith("AGE-SECRET-KEY-PQ-1")),
);

test("all vectors are there, those of post-quantum recipients among them", () => {
  expect(all.length).toBe(143);
  expect(hybrid.length).toBe(18);
});

describe("as any age tool", () => {
  test.each(all)("$name: $expect", async ({ expect: outcome, ...vector }) => {
    const decrypter = new Decrypter();
    for (const identity of vector.identities) decrypter.addIdentity(identity);
    for (const passphrase of vector.passphrases) decrypter.addPassphrase(passphrase);
    const opening = async () =>
      decrypter.decrypt(
        vector.armored ? armor.decode(Buffer.from(vector.file).toString("latin1")) : vector.file,
      );
    if (outcome !== "success") return expect(opening()).rejects.toThrow();
    expect(toHex(sha256(await opening()))).toBe(vector.payloadHash);
  });
});

/** What stands before the payload, by its last line alone: broken headers have a length as well. */
function headerSize(file: Uint8Array): number {
  const bytes = Buffer.from(file);
  return bytes.indexOf("\n", bytes.indexOf("\n---") + 1) + 1;
}

async function* once(bytes: Bytes): AsyncGenerator<Bytes, void, void> {
  yield bytes;
}

async function readAll(chunks: AsyncGenerator<Bytes, void, void>): Promise<Bytes> {
  const parts: Bytes[] = [];
  for await (const part of chunks) parts.push(part);
  return concat(...parts);
}

const { best, noble } = await implementations();

describe.each([
  ["native", best],
  ["JavaScript", noble],
])("as a record, %s", (_, { kem, aead }) => {
  test.each(hybrid)("$name: $expect", async ({ expect: outcome, identities, fileKey, file }) => {
    const seed = identities.flatMap((identity) => decodeIdentity(identity) ?? []).at(0);
    expect(seed).toBeDefined();
    const unwrapping = async () => unwrapFileKey(parseHeader(file), await kem.importSeed(seed ?? fileKey));
    const kinds =
      Buffer.from(file)
        .toString("latin1")
        .match(/(?<=\n-> )\S+/g) ?? [];
    if (kinds.some((kind) => kind !== stanzaKind)) {
      await expect(unwrapping()).rejects.toThrow(ClassicalRecipientError);
    } else if (outcome === "success") expect(await unwrapping()).toEqual(fileKey);
    else await expect(unwrapping()).rejects.toThrow(QtiError);
  });

  const sealed = binary.filter(({ expect }) => expect === "success" || expect === "payload failure");
  test.each(sealed)("the payload of $name: $expect", async ({ expect: outcome, ...vector }) => {
    const payload = vector.file.slice(headerSize(vector.file));
    const nonce = payload.slice(0, payloadNonceBytes);
    const opening = readAll(
      openPayload(once(payload.slice(payloadNonceBytes)), { fileKey: vector.fileKey, nonce, aead }),
    );
    if (outcome !== "success") return expect(opening).rejects.toThrow(QtiError);
    expect(toHex(sha256(await opening))).toBe(vector.payloadHash);
  });
});

test.each(binary)("$name: no header is taken that is not post-quantum", ({ file }) => {
  const kinds =
    Buffer.from(file)
      .toString("latin1")
      .match(/(?<=^|\n)-> (?!mlkem768x25519 )/g) ?? [];
  if (kinds.length === 0) return;
  expect(() => parseHeader(file)).toThrow(
    expect.toSatisfy(
      (error) => error instanceof ClassicalRecipientError || error instanceof HeaderMalformedError,
    ),
  );
});
