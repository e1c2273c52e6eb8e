import { toBase64 } from "../bytes.ts";
import { cryptography } from "../crypto/cryptography.ts";
import type { Cryptography } from "../crypto/types.ts";
import { fingerprintsOf } from "./fingerprint.ts";
import { encodeRecipient } from "./recipient.ts";
import type { KeySeeds, Keys } from "./types.ts";

/**
 * Makes seeds ready for use. With WebCrypto the private keys move into the platform and cannot be exported again.
 *
 * @param using which implementation; by default the fastest that proves itself
 */
export async function importKeys(seeds: KeySeeds, using?: Cryptography): Promise<Keys> {
  const chosen = using ?? (await cryptography());
  const [kem, signature] = await Promise.all([
    chosen.kem.importSeed(seeds.xwing),
    chosen.signatures.importSeed(seeds.mldsa),
  ]);
  const { fingerprint } = await fingerprintsOf(kem.publicKey, signature.publicKey);
  return {
    public: {
      recipient: encodeRecipient(kem.publicKey),
      verifier: toBase64(signature.publicKey),
      fingerprint,
    },
    cryptography: chosen,
    kem,
    signature,
  };
}
