import { type Bytes, concat, equalBytes, fromBase64, toBase64, toHex, utf8 } from "../bytes.ts";
import { cryptography } from "../crypto/cryptography.ts";
import { verifierBytes } from "../crypto/types.ts";
import { importEd25519, verifyEd25519 } from "./ed25519.ts";
import { CheckpointInvalidError } from "./errors.ts";

/*
 * Signed notes: https://c2sp.org/signed-note. A note of ours carries two signatures: Ed25519, which every tool for such notes
 * verifies, and ML-DSA-65, so that nobody who breaks Ed25519 later can make up what a log said today.
 */

/** Notes are small; what is larger is none of ours. */
export const noteLimit = 64 * 1024;
const signatureLimit = 16;

const ed25519Type = Uint8Array.of(0x01);
/** 0xff stands before the identifier of a type that has no number in the specification. */
const mlDsaType = concat(Uint8Array.of(0xff), utf8("qti/ml-dsa-65/v1"));
const mlDsaContext = utf8("qti/note/v1");
const types = { ed25519: ed25519Type, "ml-dsa-65": mlDsaType } as const;

export type NoteKeyType = keyof typeof types;

/** A key that is trusted to sign notes. */
export type NoteKey = { name: string; id: Bytes; type: NoteKeyType; publicKey: Bytes };

export type NoteSignature = { name: string; id: Bytes; signature: Bytes };

export type Note = {
  /** With the newline at its end: exactly what is signed. */
  text: string;
  signatures: NoteSignature[];
};

/** What makes one signature line. */
export type NoteSigner = { key: NoteKey; sign(text: Bytes): Promise<Bytes> };

/** Takes a note apart. What it says counts only after {@link openNote}. @throws {@link CheckpointInvalidError} */
export function parseNote(source: string): Note {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids them.
  if (source.length > noteLimit || /[\u0000-\u0009\u000b-\u001f]/.test(source) || !source.isWellFormed())
    throw new CheckpointInvalidError({ reason: "It is no signed note." });
  const split = source.lastIndexOf("\n\n");
  const lines = source.slice(split + 2).split("\n");
  if (split < 1 || lines.pop() !== "" || lines.length === 0 || lines.length > signatureLimit)
    throw new CheckpointInvalidError({ reason: "It has not the lines of a signed note." });
  return { text: source.slice(0, split + 1), signatures: lines.map(parseSignature) };
}

const linePattern = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;

function parseSignature(line: string): NoteSignature {
  const [, name = "", base64 = ""] = linePattern.exec(line) ?? [];
  const bytes = decodeBase64(base64);
  if (bytes.length <= 4) throw new CheckpointInvalidError({ reason: "A line of it is no signature." });
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}

function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, id, signature }) => `— ${name} ${toBase64(concat(id, signature))}\n`);
  return `${text}\n${lines.join("")}`;
}

/** Signs a text that ends in a newline. */
export async function signNote(text: string, signers: readonly NoteSigner[]): Promise<string> {
  const bytes = utf8(text);
  const signatures = await Promise.all(
    signers.map(async ({ key, sign }) => ({ name: key.name, id: key.id, signature: await sign(bytes) })),
  );
  return formatNote({ text, signatures });
}

/**
 * The text of a note that every one of the keys has signed. Signatures of others are passed over, as the format wants it.
 *
 * @throws {@link CheckpointInvalidError} one of them did not, or not this text
 */
export async function openNote(source: string, keys: readonly NoteKey[]): Promise<string> {
  const { text, signatures } = parseNote(source);
  const bytes = utf8(text);
  for (const key of keys) {
    const mine = signatures.filter(({ name, id }) => name === key.name && equalBytes(id, key.id));
    const good = await Promise.all(mine.map(({ signature }) => verifyBy(key, signature, bytes)));
    if (good.length === 0)
      throw new CheckpointInvalidError({ reason: `It has no signature by the log's ${key.type} key.` });
    if (good.includes(false))
      throw new CheckpointInvalidError({ reason: `Its signature by the log's ${key.type} key is not good.` });
  }
  return text;
}

async function verifyBy({ type, publicKey }: NoteKey, signature: Bytes, text: Bytes): Promise<boolean> {
  try {
    if (type === "ed25519") return await verifyEd25519(publicKey, signature, text);
    const { signatures } = await cryptography();
    return await (await signatures.importPublic(publicKey)).verify(signature, text, mlDsaContext);
  } catch {
    // Platforms throw where a signature or a point is of the wrong form.
    return false;
  }
}

/** The two signers of a log, from their seeds of 32 bytes. */
export async function createNoteSigners(
  name: string,
  seeds: { ed25519: Bytes; mlDsa: Bytes },
): Promise<[NoteSigner, NoteSigner]> {
  const classical = await importEd25519(seeds.ed25519);
  const { signatures } = await cryptography();
  const quantumSafe = await signatures.importSeed(seeds.mlDsa);
  return [
    { key: await noteKey(name, "ed25519", classical.publicKey), sign: classical.sign },
    {
      key: await noteKey(name, "ml-dsa-65", quantumSafe.publicKey),
      sign: (text) => quantumSafe.sign(text, mlDsaContext),
    },
  ];
}

async function noteKey(name: string, type: NoteKeyType, publicKey: Bytes): Promise<NoteKey> {
  const input = concat(utf8(`${name}\n`), types[type], publicKey);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", input));
  return { name, type, publicKey, id: digest.slice(0, 4) };
}

/** As verifier keys are written down: name, id and key with a plus between them. */
export function formatVerifierKey({ name, id, type, publicKey }: NoteKey): string {
  return `${name}+${toHex(id)}+${toBase64(concat(types[type], publicKey))}`;
}

/** @throws {@link CheckpointInvalidError} it is none, of another type, or its id is not that of the key */
export async function parseVerifierKey(text: string): Promise<NoteKey> {
  const [, name = "", id = "", base64 = ""] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  const bytes = decodeBase64(base64);
  const type = bytes.length === 33 ? "ed25519" : "ml-dsa-65";
  const prefix = types[type];
  const key = await noteKey(name, type, bytes.slice(prefix.length));
  const isKey =
    equalBytes(bytes.slice(0, prefix.length), prefix) &&
    key.publicKey.length === (type === "ed25519" ? 32 : verifierBytes) &&
    toHex(key.id) === id;
  if (isKey) return key;
  throw new CheckpointInvalidError({ reason: "A key of the log is no verifier key." });
}

function decodeBase64(text: string): Bytes {
  try {
    return fromBase64(text);
  } catch {
    return new Uint8Array();
  }
}
