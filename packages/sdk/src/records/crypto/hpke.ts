/**
 * HPKE (RFC 9180) in base mode for one message, over a shared secret from X-Wing, with HKDF-SHA256 and ChaCha20-Poly1305:
 * how age wraps a file key. https://c2sp.org/age#the-mlkem768x25519-recipient-type
 */
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, utf8 } from "../bytes.ts";

const nothing = new Uint8Array();
const version = utf8("HPKE-v1");
// "HPKE", KEM 0x647a (X-Wing), KDF 0x0001 (HKDF-SHA256), AEAD 0x0003 (ChaCha20-Poly1305).
const suite = concat(utf8("HPKE"), Uint8Array.of(0x64, 0x7a, 0x00, 0x01, 0x00, 0x03));
const info = utf8("age-encryption.org/mlkem768x25519");

let keySchedule: Uint8Array | undefined;

export function hpkeSeal(sharedSecret: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const { key, nonce } = derive(sharedSecret);
  return chacha20poly1305(key, nonce).encrypt(plaintext);
}

/** The plaintext, or undefined when the secret is not the one it was sealed with. */
export function hpkeOpen(sharedSecret: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
  const { key, nonce } = derive(sharedSecret);
  try {
    return chacha20poly1305(key, nonce).decrypt(ciphertext);
  } catch {
    return undefined;
  }
}

function derive(sharedSecret: Uint8Array): { key: Uint8Array; nonce: Uint8Array } {
  // Mode 0x00 (base), then the hashes of an empty PSK id and of the info: the same for every stanza.
  keySchedule ??= concat(
    Uint8Array.of(0),
    labeledExtract(nothing, "psk_id_hash", nothing),
    labeledExtract(nothing, "info_hash", info),
  );
  const secret = labeledExtract(sharedSecret, "secret", nothing);
  return {
    key: labeledExpand(secret, "key", keySchedule, 32),
    nonce: labeledExpand(secret, "base_nonce", keySchedule, 12),
  };
}

function labeledExtract(salt: Uint8Array, label: string, input: Uint8Array): Uint8Array {
  return extract(sha256, concat(version, suite, utf8(label), input), salt);
}

function labeledExpand(secret: Uint8Array, label: string, context: Uint8Array, length: number): Uint8Array {
  const size = Uint8Array.of(length >> 8, length & 0xff);
  return expand(sha256, secret, concat(size, version, suite, utf8(label), context), length);
}
