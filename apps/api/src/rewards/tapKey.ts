import { type TapBatchToSign, tapBatchMessage } from "@qti/sdk/rewards/taps";

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;

/** A session's public key. @throws DOMException when it is no point of P-256 */
export function importTapKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", new Uint8Array(key), algorithm, false, ["verify"]);
}

/** Whether the key signed the batch. */
export function verifyTaps(
  key: CryptoKey,
  batch: TapBatchToSign,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, tapBatchMessage(batch));
}
