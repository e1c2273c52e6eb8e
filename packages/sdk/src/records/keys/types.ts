import type { Bytes } from "../bytes.ts";
import type { Cryptography, KemPrivate, SignaturePrivate } from "../crypto/types.ts";
import type { Fingerprint, RecipientString } from "../wire.ts";

/** What others need of a person: to seal for them (`recipient`) and to know their hand (`verifier`). */
export type KeyPublic = {
  readonly recipient: RecipientString;
  /** ML-DSA-65 public key in base64. */
  readonly verifier: string;
  /** Of both keys together, see {@link keyFingerprints}. */
  readonly fingerprint: Fingerprint;
};

/** Public keys as they come from anywhere: nothing about them is believed before it is checked. */
export type KeyPublicClaim = {
  readonly recipient: string;
  readonly verifier: string;
  readonly fingerprint: string;
};

/** The two secrets that everything else is derived from; random, never derived from a wallet. */
export type KeySeeds = {
  readonly xwing: Bytes;
  readonly mldsa: Bytes;
};

/** Keys ready for use. The seeds cannot be read back out of them where the platform holds the keys. */
export type Keys = {
  readonly public: KeyPublic;
  readonly cryptography: Cryptography;
  readonly kem: KemPrivate;
  readonly signature: SignaturePrivate;
};
