import { bytesToHex, type Hex } from "viem";
import type { TapBatch } from "./wire.ts";

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;

/** What the key of a session signs. */
export type TapBatchToSign = Pick<TapBatch, "session" | "sequence" | "taps">;

/** The bytes that stand for a batch: what they say can be read, and nothing else reads the same. */
export function tapBatchMessage({ session, sequence, taps }: TapBatchToSign): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`qti:taps/v1\n${session}\n${sequence}\n${taps.join(",")}`);
}

/** A key that can send taps, and nothing else. */
export type TapKey = {
  /** Cannot be read out of the browser; IndexedDB keeps it as it is. */
  privateKey: CryptoKey;
  /** For `TapSession.key`. */
  publicKey: Hex;
};

/**
 * Makes a key for one session. Its private half never leaves the browser.
 *
 * @returns {@link TapKey}
 *
 * @example
 * ```ts
 * const { privateKey, publicKey } = await createTapKey();
 * ```
 */
export async function createTapKey(): Promise<TapKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ["sign"]);
  return {
    privateKey,
    publicKey: bytesToHex(new Uint8Array(await crypto.subtle.exportKey("raw", publicKey))),
  };
}

/** Parameters of {@link signTapBatch}. */
export type SignTapBatchParameters = TapBatchToSign & { privateKey: CryptoKey };

/**
 * Signs a batch of taps with the key of its session.
 *
 * @param parameters - {@link SignTapBatchParameters}
 * @returns {@link TapBatch} for {@link sendTaps}.
 *
 * @example
 * ```ts
 * const batch = await signTapBatch({ privateKey, session: id, sequence: 1, taps: [0, 180, 352] });
 * ```
 */
export async function signTapBatch(parameters: SignTapBatchParameters): Promise<TapBatch> {
  const { privateKey, session, sequence, taps } = parameters;
  const batch = { session, sequence, taps };
  const signature = await crypto.subtle.sign(
    { name: "ECDSA", hash: "SHA-256" },
    privateKey,
    tapBatchMessage(batch),
  );
  return { ...batch, signature: bytesToHex(new Uint8Array(signature)) };
}
