import { base64, base64nopad, hex } from "@scure/base";

/** Bytes in memory of their own, which is what WebCrypto, Blob and structured clones take. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Decodes UTF-8. Throws a TypeError on what is none, so that two byte strings never read as the same text. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** Compares in time that depends on the length only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

export function toHex(bytes: Uint8Array): string {
  return hex.encode(bytes);
}

export function toHex0x(bytes: Uint8Array): `0x${string}` {
  return `0x${hex.encode(bytes)}`;
}

export function fromHex(text: string): Bytes {
  return own(hex.decode(text.startsWith("0x") ? text.slice(2) : text));
}

export function toBase64(bytes: Uint8Array): string {
  return base64.encode(bytes);
}

export function fromBase64(text: string): Bytes {
  return own(base64.decode(text));
}

export function toBase64NoPad(bytes: Uint8Array): string {
  return base64nopad.encode(bytes);
}

export function fromBase64NoPad(text: string): Bytes {
  return own(base64nopad.decode(text));
}

export function randomBytes(size: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(size));
}

/** The same bytes in an ArrayBuffer, copied only when they lie in shared memory. */
export function own(bytes: Uint8Array): Bytes {
  return isOwn(bytes) ? bytes : new Uint8Array(bytes);
}

function isOwn(bytes: Uint8Array): bytes is Bytes {
  return bytes.buffer instanceof ArrayBuffer;
}
