import type { Bytes } from "../bytes.ts";

/** X-Wing: ML-KEM-768 with X25519. https://datatracker.ietf.org/doc/draft-connolly-cfrg-xwing-kem/ */
export type Kem = {
  readonly kind: CryptographyKind;
  importSeed(seed: Uint8Array): Promise<KemPrivate>;
  importPublic(publicKey: Uint8Array): Promise<KemPublic>;
};

export type KemPrivate = {
  readonly publicKey: Bytes;
  decapsulate(encapsulated: Uint8Array): Promise<Uint8Array>;
};

export type KemPublic = {
  encapsulate(): Promise<{ encapsulated: Uint8Array; sharedSecret: Uint8Array }>;
};

/** ML-DSA-65 (FIPS 204), pure, hedged, with a context. */
export type Signatures = {
  readonly kind: CryptographyKind;
  importSeed(seed: Uint8Array): Promise<SignaturePrivate>;
  importPublic(publicKey: Uint8Array): Promise<SignaturePublic>;
};

export type SignaturePrivate = {
  readonly publicKey: Bytes;
  sign(message: Uint8Array, context: Uint8Array): Promise<Bytes>;
};

export type SignaturePublic = {
  verify(signature: Uint8Array, message: Uint8Array, context: Uint8Array): Promise<boolean>;
};

/** ChaCha20-Poly1305 (RFC 8439) without additional data: what age encrypts payloads with. */
export type Aead = {
  readonly kind: CryptographyKind;
  importKey(key: Uint8Array): Promise<AeadKey>;
};

export type AeadKey = {
  encrypt(nonce: Uint8Array, plaintext: Uint8Array): Promise<Bytes>;
  /** Rejects when the ciphertext is not authentic. */
  decrypt(nonce: Uint8Array, ciphertext: Uint8Array): Promise<Bytes>;
};

/** Where an algorithm runs: in the platform's WebCrypto, or in JavaScript by @noble/post-quantum. Their bytes are the same. */
export type CryptographyKind = "native" | "noble";

export type Cryptography = { readonly kem: Kem; readonly signatures: Signatures; readonly aead: Aead };

export const seedBytes = 32;
export const kemPublicBytes = 1216;
export const encapsulatedBytes = 1120;
export const verifierBytes = 1952;
export const signatureBytes = 3309;
