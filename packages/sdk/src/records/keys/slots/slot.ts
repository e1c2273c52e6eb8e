import { type Bytes, concat, fromBase64, randomBytes, toBase64 } from "../../bytes.ts";
import { seedBytes } from "../../crypto/types.ts";
import { KeySlotError } from "../../errors.ts";
import { canonicalJson } from "../../record/canonical.ts";
import type { KeyPublic, KeySeeds } from "../types.ts";
import type { KeySlot, SuccessorSlot } from "./slotSchema.ts";

/** Every form in which seeds are wrapped. */
type AnySlot = KeySlot | SuccessorSlot;

/** A secret that wraps and unwraps seeds: a device, a code, a passphrase, and whatever else gives 32 bytes. */
export type SlotWrapper<slot extends AnySlot = KeySlot> = {
  readonly kind: slot["kind"];
  wrap(seeds: KeySeeds, keys: KeyPublic): Promise<slot>;
  /** @throws {@link KeySlotError} when the secret is not the slot's */
  unwrap(slot: AnySlot): Promise<KeySeeds>;
};

/** What every new slot says of itself. */
export function slotFacts(keys: KeyPublic): {
  id: string;
  fingerprint: KeyPublic["fingerprint"];
  createdAt: string;
} {
  return { id: crypto.randomUUID(), fingerprint: keys.fingerprint, createdAt: new Date().toISOString() };
}

const nonceBytes = 12;

/** @param facts the slot without `wrapped`; none of it can be changed later without notice */
export async function wrapSeeds(key: CryptoKey, seeds: KeySeeds, facts: object): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: canonicalJson(facts) },
    key,
    concat(seeds.xwing, seeds.mldsa),
  );
  return toBase64(concat(nonce, new Uint8Array(sealed)));
}

/** @throws {@link KeySlotError} */
export async function unwrapSeeds(key: CryptoKey, slot: AnySlot): Promise<KeySeeds> {
  const { wrapped, ...facts } = slot;
  const bytes = fromBase64(wrapped);
  try {
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: bytes.slice(0, nonceBytes), additionalData: canonicalJson(facts) },
      key,
      bytes.slice(nonceBytes),
    );
    return splitSeeds(new Uint8Array(opened));
  } catch (cause) {
    throw new KeySlotError({ reason: "wrong-secret", cause });
  }
}

/** An AES key from a secret that is already random enough. */
export async function deriveSlotKey(secret: Bytes, salt: Bytes, info: Bytes): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

function splitSeeds(bytes: Bytes): KeySeeds {
  return { xwing: bytes.slice(0, seedBytes), mldsa: bytes.slice(seedBytes, 2 * seedBytes) };
}
