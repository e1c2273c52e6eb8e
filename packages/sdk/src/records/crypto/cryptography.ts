import { equalBytes, toHex, utf8 } from "../bytes.ts";
import { nativeAead, nativeKem, nativeSignatures } from "./native.ts";
import { nativeSubtle } from "./nativeSubtle.ts";
import {
  type Aead,
  type Cryptography,
  encapsulatedBytes,
  type Kem,
  type Signatures,
  signatureBytes,
} from "./types.ts";

let detected: Promise<Cryptography> | undefined;

/**
 * The fastest implementation of each algorithm that proves itself here. WebCrypto is used only after it has answered a known
 * question as @noble/post-quantum does and has made a round trip; the fallback is loaded only where it is needed.
 */
export function cryptography(): Promise<Cryptography> {
  detected ??= detect();
  return detected;
}

/** JavaScript only, whatever the platform can do. */
export async function nobleCryptography(): Promise<Cryptography> {
  const { nobleAead, nobleKem, nobleSignatures } = await import("./noble.ts");
  return { kem: nobleKem, signatures: nobleSignatures, aead: nobleAead };
}

async function detect(): Promise<Cryptography> {
  const subtle = nativeSubtle();
  const [kem, signatures, aead] = await Promise.all([
    subtle && proven(nativeKem(subtle), proveKem),
    subtle && proven(nativeSignatures(subtle), proveSignatures),
    subtle && proven(nativeAead(subtle), proveAead),
  ]);
  if (kem && signatures && aead) return { kem, signatures, aead };
  const noble = await nobleCryptography();
  return { kem: kem ?? noble.kem, signatures: signatures ?? noble.signatures, aead: aead ?? noble.aead };
}

async function proven<implementation>(
  implementation: implementation,
  prove: (implementation: implementation) => Promise<boolean>,
): Promise<implementation | undefined> {
  // A platform that lacks an algorithm says so by throwing, in a way of its own.
  return (await prove(implementation).catch(() => false)) ? implementation : undefined;
}

const knownSeed = new Uint8Array(32).fill(7);
const known = {
  kemPublicHash: "74943b4ecd441ec7f92d22c3fb377a29cd7fb96687efda8fae74ae2219a1c279",
  /** Of a share that nobody made: implicit rejection makes its secret a fixed function of seed and share. */
  rejectedSecret: "c652b7d52a42c8865de16a7fadaa4d9bad22f6bf63fcaba37252a0845f365245",
  sealed: "911c88a48569e0e4aabd9be038a0404a305a72b31e73da",
  verifierHash: "d3a1e51ecf491b79ca7691bd269271f8d8e8d94313a6abcc6c8ae8bc34b5f9aa",
};

/** Whether an implementation of X-Wing computes what the draft says and undoes what it does. */
export async function proveKem(kem: Kem): Promise<boolean> {
  const key = await kem.importSeed(knownSeed);
  if ((await sha256Hex(key.publicKey)) !== known.kemPublicHash) return false;
  const rejected = await key.decapsulate(new Uint8Array(encapsulatedBytes).fill(9));
  if (toHex(rejected) !== known.rejectedSecret) return false;
  const { encapsulated, sharedSecret } = await (await kem.importPublic(key.publicKey)).encapsulate();
  return equalBytes(await key.decapsulate(encapsulated), sharedSecret);
}

/** Whether an implementation of ML-DSA-65 computes what FIPS 204 says and heeds the context. */
export async function proveSignatures(signatures: Signatures): Promise<boolean> {
  const key = await signatures.importSeed(knownSeed);
  if ((await sha256Hex(key.publicKey)) !== known.verifierHash) return false;
  const message = utf8("message");
  const signature = await key.sign(message, utf8("context"));
  const verifier = await signatures.importPublic(key.publicKey);
  return (
    signature.length === signatureBytes &&
    (await verifier.verify(signature, message, utf8("context"))) &&
    !(await verifier.verify(signature, message, utf8("other")))
  );
}

/** Whether an implementation of ChaCha20-Poly1305 computes what RFC 8439 says and notices a change. */
export async function proveAead(aead: Aead): Promise<boolean> {
  const key = await aead.importKey(knownSeed);
  const nonce = new Uint8Array(12).fill(9);
  const sealed = await key.encrypt(nonce, utf8("message"));
  if (toHex(sealed) !== known.sealed || !equalBytes(await key.decrypt(nonce, sealed), utf8("message")))
    return false;
  sealed[0] = (sealed[0] ?? 0) ^ 1;
  return key.decrypt(nonce, sealed).then(
    () => false,
    () => true,
  );
}

async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
