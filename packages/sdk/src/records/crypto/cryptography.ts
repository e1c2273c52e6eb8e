import { equalBytes, toHex, utf8 } from "../bytes.ts";
import { nativeKem, nativeSignatures } from "./native.ts";
import { nativeSubtle } from "./nativeSubtle.ts";
import { type Cryptography, encapsulatedBytes, type Kem, type Signatures, signatureBytes } from "./types.ts";

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
  const { nobleKem, nobleSignatures } = await import("./noble.ts");
  return { kem: nobleKem, signatures: nobleSignatures };
}

async function detect(): Promise<Cryptography> {
  const subtle = nativeSubtle();
  const kem = subtle && nativeKem(subtle);
  const signatures = subtle && nativeSignatures(subtle);
  const [kemProven, signaturesProven] = await Promise.all([
    kem !== undefined && proves(() => proveKem(kem)),
    signatures !== undefined && proves(() => proveSignatures(signatures)),
  ]);
  if (kem && kemProven && signatures && signaturesProven) return { kem, signatures };
  const noble = await nobleCryptography();
  return {
    kem: kem && kemProven ? kem : noble.kem,
    signatures: signatures && signaturesProven ? signatures : noble.signatures,
  };
}

/** A platform that lacks an algorithm says so by throwing, in a way of its own. */
async function proves(proof: () => Promise<boolean>): Promise<boolean> {
  try {
    return await proof();
  } catch {
    return false;
  }
}

const knownSeed = new Uint8Array(32).fill(7);
const known = {
  kemPublicHash: "74943b4ecd441ec7f92d22c3fb377a29cd7fb96687efda8fae74ae2219a1c279",
  /** Of a share that nobody made: implicit rejection makes its secret a fixed function of seed and share. */
  rejectedSecret: "c652b7d52a42c8865de16a7fadaa4d9bad22f6bf63fcaba37252a0845f365245",
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

async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
