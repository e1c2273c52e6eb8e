import { createHash } from "node:crypto";
import { concat, toBase64, toHex, utf8 } from "../../src/records/bytes.ts";
import type { Stanza } from "../../src/records/header.ts";
import { canonicalJson } from "../../src/records/record/canonical.ts";
import { encodeContents, signedDigest } from "../../src/records/record/contents.ts";
import { readersHash } from "../../src/records/record/manifest.ts";
import { type RecordManifest, recordSuite } from "../../src/records/record/manifestSchema.ts";
import { ageHeader, agePayload, fileKeyOf } from "./age.ts";
import { sealedFile } from "./attachments.ts";
import { type Change, changed } from "./change.ts";
import { fixed, fixedHash, fixedId, fixedSignature, seedsOf } from "./fixed.ts";
import { account, created, keysOf, type Person } from "./keys.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** How one record differs from Ada's first note, for herself alone. Functions break it at the layer that they are named after. */
type Making = {
  readers?: readonly Person[];
  body?: string;
  manifest?: Partial<Record<keyof RecordManifest, unknown>>;
  manifestBytes?: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
  signer?: Person;
  context?: string;
  contents?: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  stanzas?: (stanzas: Stanza[]) => Stanza[];
  /** Has the file key of another record, and with equal stanzas its header. */
  file?: string;
};

const text = "The safe is behind the painting.";

async function make(name: string, making: Making = {}) {
  const { file = name } = making;
  const readers = await Promise.all((making.readers ?? ["ada"]).map(keysOf));
  const sorted = readers.map((keys) => keys.public).sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  const body = utf8(making.body ?? text);
  const manifest = {
    suite: recordSuite,
    salt: fixedHash(`${name}/salt`),
    space: "notes",
    recordId: fixedId("record"),
    type: "note",
    version: 1,
    previous: null,
    owner: account,
    author: (await keysOf("ada")).public.fingerprint,
    chainId: 31337,
    created,
    readers: readersHash(sorted.map(({ fingerprint }) => fingerprint)),
    body: { size: body.length, hash: sha256(body) },
    attachments: [],
    ...making.manifest,
  };
  const canonical = canonicalJson(manifest);
  const bytes = making.manifestBytes?.(canonical) ?? canonical;
  const { mldsa } = seedsOf(making.signer ?? "ada");
  const context = utf8(making.context ?? recordSuite);
  const signature = fixedSignature(mldsa, signedDigest(bytes, body), context);
  const contents = encodeContents({ manifest: bytes, body, signature });
  const recipients = sorted.map(({ recipient }) => recipient);
  return {
    name,
    manifest,
    manifestHash: sha256(bytes),
    body: toHex(body),
    readers: sorted.map(({ fingerprint }) => fingerprint),
    header: await ageHeader(making.stanzas ? name : file, recipients, making.stanzas, file),
    payload: await agePayload(name, making.contents?.(contents) ?? contents, file),
  };
}

type Made = Awaited<ReturnType<typeof make>>;

/** The whole question that a reader answers: whose keys, whose record, and which one was asked for. */
function question(made: Made, { reader = "ada", author = "ada" }: { reader?: Person; author?: Person } = {}) {
  const { recordId, version, space } = made.manifest;
  return {
    reader,
    author,
    header: made.header,
    payload: made.payload,
    expected: { recordId, version, space },
  };
}

function positive(made: Made, reader: Person = "ada", header = made.header) {
  const { name, manifest, manifestHash, body } = made;
  return {
    name: `${name}, opened by ${reader}`,
    fileKey: toHex(fileKeyOf(name)),
    ...question({ ...made, header }, { reader }),
    payloadHash: sha256(made.payload),
    opened: { manifest, manifestHash, body },
  };
}

const replace = (from: string, to: string) => (bytes: Uint8Array) =>
  utf8(Buffer.from(bytes).toString().replace(from, to));

/** A stanza of a kind that age knows and records refuse. */
const x25519: Stanza = {
  args: ["X25519", toBase64(fixed("x25519/share")).replace("=", "")],
  body: fixed("x25519/body"),
};
const grease: Stanza = { args: ["grease-grease", "x"], body: fixed("grease", 10) };

async function opened() {
  const first = await make("a note");
  const shared = await make("a note for two", { readers: ["ada", "ben"] });
  const second = await make("its second version", {
    body: "It is not there any more.",
    manifest: { version: 2, previous: first.manifestHash },
  });
  const { attachment } = await sealedFile("file-700", 700);
  const withFile = await make("a note with a file", { manifest: { attachments: [attachment] } });
  const everyone = await Promise.all((["ada", "cleo"] as const).map(keysOf));
  const recipients = everyone
    .map((keys) => keys.public)
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
    .map(({ recipient }) => recipient);
  // Another header for the same file key: shared with Cleo later, who is not among the readers that were signed.
  const later = await ageHeader("a note, rewrapped", recipients, undefined, "a note");
  return [
    positive(first),
    positive(shared, "ada"),
    positive(shared, "ben"),
    positive(second),
    positive(await make("an empty note", { body: "" })),
    positive(
      await make("a note in another script", {
        body: "\u4fdd\u9669\u7bb1\u5728\u753b\u540e\u9762\u3002 \ud83d\udd11",
      }),
    ),
    positive(withFile),
    positive(first, "cleo", later),
  ];
}

type Refusal = { name: string; part?: string; field?: string; kind?: string };

async function refused() {
  const note = await make("a note");
  const whole = question(note);
  const tampered = (part: string): Refusal => ({ name: "RecordTamperedError", part });
  const contents = tampered("contents");
  const mismatch = (field: string): Refusal => ({ name: "RecordMismatchError", field });
  const malformed: Refusal = { name: "HeaderMalformedError" };

  /** The same file, asked for in another way. */
  const asked = (name: string, error: Refusal, more: object) => ({ name, ...whole, ...more, error });
  /** The same file, changed on its way. */
  const moved = (name: string, error: Refusal, where: "header" | "payload", change: Change) => ({
    name,
    ...whole,
    [where]: changed(note[where], change),
    error,
  });
  /** Another file, by somebody who knows the reader's public key and more or less of the format. */
  const forged = async (name: string, error: Refusal, making: Making) => ({
    name,
    ...question(await make(name, { file: "a note", ...making })),
    expected: whole.expected,
    error,
  });
  const expecting = (field: string, value: unknown) =>
    asked(`another ${field} was asked for`, mismatch(field), {
      expected: { ...whole.expected, [field]: value },
    });
  const lowOrder = (stanzas: Stanza[]): Stanza[] =>
    stanzas.map(({ args: [kind = ""], body }) => ({
      args: [kind, toBase64(concat(fixed("low order", 1088), new Uint8Array(32))).replace(/=+$/, "")],
      body,
    }));
  const headerText = Buffer.from(note.header).toString();

  return [
    asked("it is not for this reader", { name: "NotARecipientError" }, { reader: "ben" }),
    asked("it is said to be by somebody else", mismatch("author"), { author: "ben" }),
    expecting("recordId", fixedId("another record")),
    expecting("version", 2),
    expecting("space", "kyc"),
    expecting("type", "letter"),
    expecting("owner", `0x${"1".repeat(40)}`),
    expecting("chainId", 1),
    expecting("previous", fixedHash("another version")),
    expecting("readers", [(await keysOf("ben")).public.fingerprint]),
    expecting("manifestHash", fixedHash("another manifest")),
    asked("another payload was asked for", tampered("payload"), {
      expected: { ...whole.expected, payloadHash: fixedHash("another payload") },
    }),
    moved("a byte of the payload is another", tampered("payload"), "payload", { xor: { at: 100, mask: 1 } }),
    moved("the nonce is another", tampered("payload"), "payload", { xor: { at: 0, mask: 1 } }),
    moved("the end of the payload is missing", tampered("payload"), "payload", { cut: 1 }),
    moved("something is behind the payload", tampered("payload"), "payload", { append: "00" }),
    moved("the MAC of the header is another", tampered("header"), "header", { xor: { at: -20, mask: 2 } }),
    moved("something is behind the header", malformed, "header", { append: "00" }),
    moved("the header does not end", malformed, "header", { cut: 1 }),
    asked("the lines of the header end as on Windows", malformed, {
      header: utf8(headerText.replaceAll("\n", "\r\n")),
    }),
    asked("it is of another version of age", malformed, {
      header: utf8(headerText.replace("/v1", "/v2")),
    }),
    await forged("a share has a point of low order", malformed, { stanzas: lowOrder }),
    await forged(
      "somebody without a quantum computer can open it",
      { name: "ClassicalRecipientError", kind: "X25519" },
      { stanzas: (stanzas) => [...stanzas, x25519] },
    ),
    await forged(
      "it has a stanza that nobody knows",
      { name: "ClassicalRecipientError", kind: "grease-grease" },
      { stanzas: (stanzas) => [...stanzas, grease] },
    ),
    await forged("somebody else signed it", { name: "SignatureInvalidError" }, { signer: "cleo" }),
    await forged(
      "it was signed for another purpose",
      { name: "SignatureInvalidError" },
      { context: "qti/keys/v1" },
    ),
    await forged("its body is not the manifest's", contents, {
      manifest: { body: { size: text.length, hash: fixedHash("another body") } },
    }),
    await forged("its body has another size", contents, {
      manifest: { body: { size: 1, hash: sha256(utf8(text)) } },
    }),
    await forged(
      "its suite is unknown",
      { name: "SuiteUnknownError" },
      { manifest: { suite: "qti/record/v0" } },
    ),
    await forged("its manifest has a field too many", contents, { manifestBytes: replace('{"', '{"a":1,"') }),
    await forged("its manifest lacks a field", contents, { manifestBytes: replace(`,"type":"note"`, "") }),
    await forged("its manifest is not in canonical form", contents, { manifestBytes: replace('{"', '{ "') }),
    await forged("its manifest has a field twice", contents, {
      manifestBytes: replace(`"type":"note"`, `"type":"note","type":"note"`),
    }),
    await forged("its manifest is not JSON", contents, { manifestBytes: replace("{", "[") }),
    await forged("its first version follows another", contents, {
      manifest: { previous: fixedHash("none") },
    }),
    await forged("its owner is not in lower case", contents, {
      manifest: { owner: account.toUpperCase().replace("X", "x") },
    }),
    await forged("it does not begin as a record", contents, {
      contents: (bytes) => changed(bytes, { xor: { at: 0, mask: 1 } }),
    }),
    await forged("its lengths are not those of its parts", contents, {
      contents: (bytes) => changed(bytes, { xor: { at: 6, mask: 0x40 } }),
    }),
    await forged("its padding is not empty", contents, {
      contents: (bytes) => changed(bytes, { xor: { at: -1, mask: 1 } }),
    }),
    await forged("its padding is too long", contents, {
      contents: (bytes) => changed(bytes, { append: "00" }),
    }),
    await forged("its padding is too short", contents, { contents: (bytes) => changed(bytes, { cut: 1 }) }),
    await forged("it is too short for any record", contents, { contents: (bytes) => bytes.slice(0, 11) }),
  ];
}

type Case = { name: string; header: Uint8Array; payload: Uint8Array };

/** Headers and payloads by the name of the first case that has them: many cases are about the same few. */
function shareFiles<one extends Case, other extends Case>(cases: { opened: one[]; refused: other[] }) {
  const headers: Record<string, string> = {};
  const payloads: Record<string, string> = {};
  const share = <each extends Case>(each: each) => ({
    ...each,
    header: intern(headers, each.name, each.header),
    payload: intern(payloads, each.name, each.payload),
  });
  const opened = cases.opened.map(share);
  return { headers, payloads, opened, refused: cases.refused.map(share) };
}

function intern(into: Record<string, string>, name: string, bytes: Uint8Array): string {
  const text = toBase64(bytes);
  const there = Object.entries(into).find(([, other]) => other === text);
  if (there !== undefined) return there[0];
  into[name] = text;
  return name;
}

/** records.json: whole ones, and every way in which a record is refused. */
export async function recordVectors() {
  return {
    format: "qti/vectors/records/v1",
    ...shareFiles({ opened: await opened(), refused: await refused() }),
  };
}
