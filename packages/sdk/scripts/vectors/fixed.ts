/**
 * Where a writer of records takes random bytes, vectors take these, which anybody can compute again: SHA-256 over a name. Real
 * keys, nonces and salts never come from here.
 */
import { createHash } from "node:crypto";
import { ml_kem768_x25519 } from "@noble/post-quantum/hybrid.js";
import { ml_dsa65 } from "@noble/post-quantum/ml-dsa.js";
import { concat, own, toHex } from "../../src/records/bytes.ts";
import type { KemPublic } from "../../src/records/crypto/types.ts";
import { decodeRecipient } from "../../src/records/keys/recipient.ts";
import type { KeySeeds } from "../../src/records/keys/types.ts";

/** `size` bytes that only the name decides. */
export function fixed(name: string, size = 32): Uint8Array<ArrayBuffer> {
  const blocks = Array.from({ length: Math.ceil(size / 32) }, (_, index) =>
    createHash("sha256").update(`qti/vectors/v1\0${name}\0${index}`).digest(),
  );
  return concat(...blocks).slice(0, size);
}

export const fixedHash = (name: string) => toHex(fixed(name));

/** A version 4 UUID. */
export function fixedId(name: string): string {
  const hex = toHex(fixed(name, 16));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export const seedsOf = (person: string): KeySeeds => ({
  xwing: fixed(`${person}/xwing`),
  mldsa: fixed(`${person}/mldsa`),
});

/** A recipient whose encapsulation is always the same. */
export function fixedRecipient(recipient: string, name: string): KemPublic {
  return {
    async encapsulate() {
      const { cipherText, sharedSecret } = ml_kem768_x25519.encapsulate(
        decodeRecipient(recipient),
        fixed(`${name}/encapsulation`, 64),
      );
      return { encapsulated: cipherText, sharedSecret };
    },
  };
}

/** ML-DSA-65 in its deterministic variant, which no reader can tell from the hedged one. */
export function fixedSignature(seed: Uint8Array, message: Uint8Array, context: Uint8Array) {
  const { secretKey } = ml_dsa65.keygen(seed);
  return own(ml_dsa65.sign(message, secretKey, { context, extraEntropy: false }));
}
