import {
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from "age-encryption";
import fc from "fast-check";
import { expect, test } from "vitest";
import { QtiError } from "../errors/base.ts";
import { concat, fromUtf8, own, randomBytes, toBase64NoPad, utf8 } from "./bytes.ts";
import { ClassicalRecipientError, HeaderMalformedError } from "./errors.ts";
import { encodeHeader, encodeHeaderWithoutMac, inspectHeader, parseHeader } from "./header.ts";

const stanza = () => ({
  args: ["mlkem768x25519", toBase64NoPad(randomBytes(1120))],
  body: randomBytes(32),
});
const header = (count: number) =>
  encodeHeader(encodeHeaderWithoutMac(Array.from({ length: count }, stanza)), randomBytes(32));

async function stockFile(...identities: string[]) {
  const encrypter = new Encrypter();
  for (const identity of identities) encrypter.addRecipient(await identityToRecipient(identity));
  return own(await encrypter.encrypt("text"));
}

test("stanzas, MAC and what the MAC is over come out as they went in", () => {
  const stanzas = [stanza(), stanza()];
  const withoutMac = encodeHeaderWithoutMac(stanzas);
  const mac = randomBytes(32);
  const bytes = encodeHeader(withoutMac, mac);
  const parsed = parseHeader(concat(bytes, randomBytes(100)));
  expect(parsed.size).toBe(bytes.length);
  expect(parsed.mac).toEqual(mac);
  expect(parsed.authenticated).toEqual(withoutMac);
  expect(parsed.stanzas.map(({ wrapped }) => wrapped)).toEqual(stanzas.map(({ body }) => body));
});

test("a header that stock typage wrote is read, and written again byte for byte", async () => {
  const file = await stockFile(await generateHybridIdentity(), await generateHybridIdentity());
  const parsed = parseHeader(file);
  const stanzas = parsed.stanzas.map(({ encapsulated, wrapped }) => ({
    args: ["mlkem768x25519", toBase64NoPad(encapsulated)],
    body: wrapped,
  }));
  expect(encodeHeader(encodeHeaderWithoutMac(stanzas), parsed.mac)).toEqual(file.slice(0, parsed.size));
});

test("stanzas are counted without any key", () => {
  for (const count of [1, 2, 64]) expect(inspectHeader(header(count))).toEqual({ stanzas: count });
});

test("error: HeaderMalformedError for more stanzas than a record has readers", () => {
  expect(() => inspectHeader(header(65))).toThrow(HeaderMalformedError);
});

test("error: ClassicalRecipientError for X25519 alone and among others, whichever comes first", async () => {
  const hybrid = await generateHybridIdentity();
  const classical = await generateX25519Identity();
  for (const identities of [[classical], [hybrid, classical], [classical, hybrid]]) {
    const file = await stockFile(...identities);
    expect(() => parseHeader(file)).toThrow(ClassicalRecipientError);
  }
});

test("error: ClassicalRecipientError for a passphrase and for a stanza that only greases", async () => {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(2);
  encrypter.setPassphrase("passphrase");
  const file = own(await encrypter.encrypt("text"));
  expect(() => parseHeader(file)).toThrow(ClassicalRecipientError);
  const text = fromUtf8(header(1)).replace("---", "-> some-grease\n\n---");
  expect(() => parseHeader(utf8(text))).toThrow(ClassicalRecipientError);
});

const text = fromUtf8(header(1));
test.each([
  ["empty", ""],
  ["another version", text.replace("/v1", "/v2")],
  ["no stanza", text.replace(/-> [\s\S]*(?=---)/, "")],
  ["no MAC", text.replace(/--- .*/, "---")],
  ["a short MAC", text.replace(/--- .*/, `--- ${toBase64NoPad(randomBytes(31))}`)],
  ["no newline at the end", text.slice(0, -1)],
  ["something behind it", `${text}x`],
  ["carriage returns", text.replaceAll("\n", "\r\n")],
  ["two arguments", text.replace(/(-> mlkem768x25519 \S+)/, "$1 more")],
  ["no argument", text.replace(/-> mlkem768x25519 \S+/, "-> mlkem768x25519")],
  ["a short share", text.replace(/(-> mlkem768x25519 )\S+/, `$1${toBase64NoPad(randomBytes(1119))}`)],
  ["a padded share", text.replace(/(-> mlkem768x25519 \S+)/, "$1=")],
  ["a long wrapped key", text.replace(/\n(.{43})\n/, `\n${toBase64NoPad(randomBytes(33))}\n`)],
  [
    "a body without end",
    text.replace(/\n(.{43})\n/, `\n${"A".repeat(64)}\n${"A".repeat(64)}\n${"A".repeat(64)}\n`),
  ],
  ["a line that is too long", text.replace(/\n(.{43})\n/, `\n${"A".repeat(68)}\n`)],
  ["a byte that is no ASCII", text.replace("mlkem", "mlk\u00e9m")],
])("error: HeaderMalformedError for %s", (_, broken) => {
  expect(() => inspectHeader(utf8(broken))).toThrow(HeaderMalformedError);
});

test("whatever bytes come, the answer is a header or one of our errors", () => {
  const start = utf8("age-encryption.org/v1\n-> mlkem768x25519 ");
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.uint8Array({ maxLength: 400 }).map((tail) => concat(start, tail)),
    fc.string({ maxLength: 400 }).map((tail) => concat(start, utf8(tail))),
  );
  fc.assert(
    fc.property(anything, (bytes) => {
      try {
        inspectHeader(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(QtiError);
      }
    }),
  );
});
