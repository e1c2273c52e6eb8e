import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Which code it is; a ciphertext that is moved to another row opens no more. */
export type CodeName = { id: string; itemId: bigint };

/**
 * Seals codes at rest. The keys come from the environment and are never in the database: who has a dump of it has ciphertext,
 * and keyed hashes that cannot be guessed against, however short the codes are.
 */
export class CodeVault {
  readonly #sealing: Uint8Array;
  readonly #naming: Uint8Array;

  /** @param secret 32 bytes, `QTI_STORE_KEY` */
  constructor(secret: Uint8Array) {
    this.#sealing = derive(secret, "qti/store/codes/v1");
    this.#naming = derive(secret, "qti/store/code-names/v1");
  }

  seal(name: CodeName, code: string): Uint8Array {
    const nonce = randomBytes(nonceBytes);
    const sealer = createCipheriv(cipher, this.#sealing, nonce).setAAD(boundTo(name));
    const sealed = Buffer.concat([sealer.update(code, "utf8"), sealer.final()]);
    return Buffer.concat([nonce, sealed, sealer.getAuthTag()]);
  }

  /** Throws when it was sealed with another key, for another row, or damaged. */
  open(name: CodeName, sealed: Uint8Array): string {
    const opener = createDecipheriv(cipher, this.#sealing, sealed.subarray(0, nonceBytes))
      .setAAD(boundTo(name))
      .setAuthTag(sealed.subarray(-tagBytes));
    const opened = [opener.update(sealed.subarray(nonceBytes, -tagBytes)), opener.final()];
    return Buffer.concat(opened).toString("utf8");
  }

  /** The same for the same code of an item, and nothing that says which code it is. */
  mac(itemId: bigint, code: string): string {
    return createHmac("sha256", this.#naming).update(`${itemId}:${code}`).digest("hex");
  }
}

const boundTo = ({ id, itemId }: CodeName) => Buffer.from(`${id}:${itemId}`);

/** A secret of 32 bytes for one purpose. */
export function derive(secret: Uint8Array, purpose: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync("sha256", secret, "", purpose, 32));
}
