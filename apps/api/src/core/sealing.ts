import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** A secret of 32 bytes for one purpose. */
export function derive(secret: Uint8Array, purpose: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync("sha256", secret, "", purpose, 32));
}

/** Seals bytes at rest, bound to the row that they lie in. */
export function sealBytes(key: Uint8Array, boundTo: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const sealer = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([sealer.update(bytes), sealer.final()]);
  return Buffer.concat([nonce, sealed, sealer.getAuthTag()]);
}

/** Throws when they were sealed with another key, for another row, or damaged. */
export function openBytes(key: Uint8Array, boundTo: string, sealed: Uint8Array): Uint8Array {
  const opener = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([opener.update(sealed.subarray(nonceBytes, -tagBytes)), opener.final()]);
}

/** {@link sealBytes} of text. */
export function sealText(key: Uint8Array, boundTo: string, text: string): Uint8Array {
  return sealBytes(key, boundTo, Buffer.from(text));
}

/** {@link openBytes} of text. */
export function openText(key: Uint8Array, boundTo: string, sealed: Uint8Array): string {
  return Buffer.from(openBytes(key, boundTo, sealed)).toString("utf8");
}
