import { cryptography, nobleCryptography } from "../crypto/cryptography.ts";
import { newRecordId } from "../ids.ts";
import { generateKeys } from "../keys/generateKeys.ts";
import type { Keys } from "../keys/types.ts";
import type { SealParameters } from "../record/seal.ts";

/** People for tests: Ada writes, Ben may read, Cleo may not. */
export async function people(): Promise<{ ada: Keys; ben: Keys; cleo: Keys }> {
  const [ada, ben, cleo] = await Promise.all([generateKeys(), generateKeys(), generateKeys()]);
  return { ada: ada.keys, ben: ben.keys, cleo: cleo.keys };
}

export const owner = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

/** A note by someone, version 1, for nobody else. */
export function noteBy(keys: Keys, more: Partial<SealParameters> = {}): SealParameters {
  return {
    body: new TextEncoder().encode("The safe is behind the painting."),
    type: "note",
    space: "notes",
    recordId: newRecordId(),
    version: 1,
    previous: null,
    owner,
    chainId: 31337,
    keys,
    recipients: [],
    ...more,
  };
}

/** Every implementation that there is here: JavaScript always, the platform's where it proves itself. */
export async function implementations() {
  const [best, noble] = await Promise.all([cryptography(), nobleCryptography()]);
  return { best, noble };
}

/** The same bytes with one of them changed. */
export function flipped<bytes extends Uint8Array>(
  bytes: bytes,
  index: number,
  mask = 1,
): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  copy[index] = (copy[index] ?? 0) ^ mask;
  return copy;
}
