import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256 of a stream of bytes. */
export type Sha256 = {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
};

/** WebCrypto cannot hash a stream: Node's own hash where there is one (eight times as fast), else JavaScript. */
export function createSha256(): Sha256 {
  // Asked of the process, not imported, so that no bundler for browsers looks for it.
  const node = globalThis.process?.getBuiltinModule?.("node:crypto");
  const hash = node?.createHash ? node.createHash("sha256") : sha256.create();
  return {
    update(bytes) {
      hash.update(bytes);
    },
    digest: () => new Uint8Array(hash.digest()),
  };
}
