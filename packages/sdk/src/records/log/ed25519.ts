import { type Bytes, concat, fromBase64, fromHex } from "../bytes.ts";

/*
 * Ed25519 (RFC 8032), which the format of signed notes asks for. WebCrypto has it in Node and in browsers since 2025; where it is
 * missing, @noble/curves is loaded.
 */

const algorithm = "Ed25519";
/** RFC 8410: what stands before the 32 bytes of a private key in PKCS #8. */
const pkcs8 = fromHex("302e020100300506032b657004220420");

export type Ed25519Private = { publicKey: Bytes; sign(message: Bytes): Promise<Bytes> };

let native: Promise<boolean> | undefined;

/** Whether the platform verifies, and refuses, as RFC 8032 says. */
function isNative(): Promise<boolean> {
  native ??= roundTrip().catch(() => false);
  return native;
}

async function roundTrip(): Promise<boolean> {
  const key = await importNative(new Uint8Array(32).fill(7));
  const message = Uint8Array.of(1, 2, 3);
  const signature = await key.sign(message);
  return (
    (await verifyNative(key.publicKey, signature, message)) &&
    !(await verifyNative(key.publicKey, signature, Uint8Array.of(1, 2, 4)))
  );
}

async function importNative(seed: Uint8Array): Promise<Ed25519Private> {
  const key = await crypto.subtle.importKey("pkcs8", concat(pkcs8, seed), algorithm, true, ["sign"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", key);
  const padded = `${x.replaceAll("-", "+").replaceAll("_", "/")}=`;
  return {
    publicKey: fromBase64(padded),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign(algorithm, key, message)),
  };
}

async function verifyNative(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", publicKey, algorithm, true, ["verify"]);
  return crypto.subtle.verify(algorithm, key, signature, message);
}

export async function importEd25519(seed: Bytes): Promise<Ed25519Private> {
  if (await isNative()) return importNative(seed);
  const { ed25519 } = await import("@noble/curves/ed25519.js");
  return {
    publicKey: new Uint8Array(ed25519.getPublicKey(seed)),
    sign: async (message) => new Uint8Array(ed25519.sign(message, seed)),
  };
}

export async function verifyEd25519(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  if (await isNative()) return verifyNative(publicKey, signature, message);
  const { ed25519 } = await import("@noble/curves/ed25519.js");
  return ed25519.verify(signature, message, publicKey, { zip215: false });
}
