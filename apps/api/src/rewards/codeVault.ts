import { createHmac } from "node:crypto";
import { derive, openText, sealText } from "../core/sealing.ts";

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
    return sealText(this.#sealing, boundTo(name), code);
  }

  /** Throws when it was sealed with another key, for another row, or damaged. */
  open(name: CodeName, sealed: Uint8Array): string {
    return openText(this.#sealing, boundTo(name), sealed);
  }

  /** The same for the same code of an item, and nothing that says which code it is. */
  mac(itemId: bigint, code: string): string {
    return createHmac("sha256", this.#naming).update(`${itemId}:${code}`).digest("hex");
  }
}

const boundTo = ({ id, itemId }: CodeName) => `${id}:${itemId}`;
