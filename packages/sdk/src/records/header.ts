/**
 * The header of an age v1 file, on its own: records keep it apart from the payload, so that sharing rewrites a few kilobytes
 * and never the contents. Format: https://c2sp.org/age, stanza: https://c2sp.org/age#the-mlkem768x25519-recipient-type.
 *
 * Nothing here decrypts, so a server can check what it is asked to store.
 *
 * @module
 */
import { type Bytes, concat, fromBase64NoPad, toBase64NoPad, utf8 } from "./bytes.ts";
import { encapsulatedBytes } from "./crypto/types.ts";
import { ClassicalRecipientError, HeaderMalformedError } from "./errors.ts";
import { recordLimits } from "./limits.ts";

/** The only kind of stanza that a record may have: X-Wing, i.e. ML-KEM-768 with X25519. */
export const stanzaKind = "mlkem768x25519";
const wrappedKeyBytes = 32;
const macBytes = 32;
const columns = 64;
/** As many as a record may have readers: a header that never ends must cost its reader nothing. */
const maxStanzas = recordLimits.readers;
const versionLine = "age-encryption.org/v1";
const ascii = new TextDecoder("utf-8");

export type Stanza = { args: string[]; body: Uint8Array };

export type ParsedHeader = {
  stanzas: readonly { encapsulated: Bytes; wrapped: Bytes }[];
  mac: Bytes;
  /** Length of the header in bytes, the newline after the MAC included. */
  size: number;
  /** What the MAC is over: all up to and with `---`. */
  authenticated: Bytes;
};

/**
 * Reads the header at the start of `bytes`.
 *
 * @throws {@link ClassicalRecipientError} when any stanza is of another kind than mlkem768x25519
 * @throws {@link HeaderMalformedError} when it is no header of age v1
 */
export function parseHeader(bytes: Uint8Array): ParsedHeader {
  const lines = new LineReader(bytes);
  if (lines.next() !== versionLine) throw malformed("the first line is not that of age v1");
  const stanzas: { encapsulated: Bytes; wrapped: Bytes }[] = [];
  for (;;) {
    const start = lines.offset;
    const line = lines.next();
    if (line.startsWith("--- ")) {
      const mac = decode(line.slice(4));
      if (mac.length !== macBytes) throw malformed("the MAC has not 32 bytes");
      if (stanzas.length === 0) throw malformed("there is no stanza");
      const authenticated = new Uint8Array(bytes.subarray(0, start + "---".length));
      return { stanzas, mac, size: lines.offset, authenticated };
    }
    if (!line.startsWith("-> ")) throw malformed("a line is neither stanza nor MAC");
    const [kind = "", ...args] = line.slice(3).split(" ");
    // Named before its body is looked at: what it is for matters more than how it is written.
    if (kind !== stanzaKind) throw new ClassicalRecipientError({ kind: kind.slice(0, 64), place: "header" });
    if (stanzas.length === maxStanzas) throw malformed(`there are more than ${maxStanzas} stanzas`);
    const [share] = args;
    if (share === undefined || args.length !== 1) throw malformed("a stanza has not one argument");
    const encapsulated = decode(share);
    if (encapsulated.length !== encapsulatedBytes) throw malformed("a share has not 1120 bytes");
    const wrapped = readBody(lines);
    if (wrapped.length !== wrappedKeyBytes) throw malformed("a wrapped key has not 32 bytes");
    stanzas.push({ encapsulated, wrapped });
  }
}

/**
 * Checks a detached header and counts its stanzas, without any key.
 *
 * @example
 * ```ts
 * import { inspectHeader } from "@qti/sdk/records/header";
 *
 * if (inspectHeader(header).stanzas !== readers.length) refuse();
 * ```
 *
 * @throws {@link ClassicalRecipientError} {@link HeaderMalformedError}
 */
export function inspectHeader(header: Uint8Array): { stanzas: number } {
  return { stanzas: parseDetachedHeader(header).stanzas.length };
}

/** Like {@link parseHeader}, and refuses anything after the header. */
export function parseDetachedHeader(header: Uint8Array): ParsedHeader {
  const parsed = parseHeader(header);
  if (parsed.size !== header.length) throw malformed("there is something after the MAC");
  return parsed;
}

/** A header up to and with `---`: what the MAC is computed over. */
export function encodeHeaderWithoutMac(stanzas: readonly Stanza[]): Bytes {
  const lines = [`${versionLine}\n`];
  for (const { args, body } of stanzas) {
    lines.push(`-> ${args.join(" ")}\n`);
    const text = toBase64NoPad(body);
    // The last line of a body is always short, even when that makes it empty.
    for (let i = 0; i <= text.length; i += columns) lines.push(`${text.slice(i, i + columns)}\n`);
  }
  lines.push("---");
  return utf8(lines.join(""));
}

export function encodeHeader(withoutMac: Uint8Array, mac: Uint8Array): Bytes {
  return concat(withoutMac, utf8(` ${toBase64NoPad(mac)}\n`));
}

function readBody(lines: LineReader): Bytes {
  const parts: Bytes[] = [];
  for (;;) {
    const line = lines.next();
    if (line.length > columns) throw malformed("a line of a stanza is longer than 64 columns");
    parts.push(decode(line));
    if (line.length < columns) return concat(...parts);
    if (parts.length > 2) throw malformed("a wrapped key has not 32 bytes");
  }
}

function decode(text: string): Bytes {
  try {
    return fromBase64NoPad(text);
  } catch (cause) {
    throw new HeaderMalformedError({ reason: "a value is not canonical base64", cause });
  }
}

function malformed(reason: string): HeaderMalformedError {
  return new HeaderMalformedError({ reason });
}

class LineReader {
  offset = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): string {
    const end = this.#bytes.indexOf(0x0a, this.offset);
    if (end < 0) throw malformed("it ends within a line");
    const line = this.#bytes.subarray(this.offset, end);
    this.offset = end + 1;
    if (line.some((byte) => byte < 0x20 || byte > 0x7e)) throw malformed("a byte is not printable ASCII");
    return ascii.decode(line);
  }
}
