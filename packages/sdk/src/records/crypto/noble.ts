import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { ml_kem768_x25519 } from "@noble/post-quantum/hybrid.js";
import { ml_dsa65 } from "@noble/post-quantum/ml-dsa.js";
import { own } from "../bytes.ts";
import type { Aead, Kem, Signatures } from "./types.ts";

/** X-Wing in JavaScript: works everywhere. */
export const nobleKem: Kem = {
  kind: "noble",
  async importSeed(seed) {
    const secret = new Uint8Array(seed);
    return {
      publicKey: own(ml_kem768_x25519.getPublicKey(secret)),
      decapsulate: async (encapsulated) => ml_kem768_x25519.decapsulate(encapsulated, secret),
    };
  },
  async importPublic(publicKey) {
    return {
      async encapsulate() {
        const { cipherText, sharedSecret } = ml_kem768_x25519.encapsulate(publicKey);
        return { encapsulated: cipherText, sharedSecret };
      },
    };
  },
};

/** ML-DSA-65 in JavaScript. Signing repeats until a candidate is accepted, so its time varies. */
export const nobleSignatures: Signatures = {
  kind: "noble",
  async importSeed(seed) {
    const { publicKey, secretKey } = ml_dsa65.keygen(new Uint8Array(seed));
    return {
      publicKey: own(publicKey),
      sign: async (message, context) => own(ml_dsa65.sign(message, secretKey, { context })),
    };
  },
  async importPublic(publicKey) {
    return {
      async verify(signature, message, context) {
        return ml_dsa65.verify(signature, message, publicKey, { context });
      },
    };
  },
};

/** ChaCha20-Poly1305 in JavaScript. */
export const nobleAead: Aead = {
  kind: "noble",
  async importKey(bytes) {
    const key = new Uint8Array(bytes);
    return {
      encrypt: async (nonce, plaintext) => own(chacha20poly1305(key, nonce).encrypt(plaintext)),
      decrypt: async (nonce, ciphertext) => own(chacha20poly1305(key, nonce).decrypt(ciphertext)),
    };
  },
};
