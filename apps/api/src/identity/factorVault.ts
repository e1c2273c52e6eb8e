import { createHmac } from "node:crypto";
import { derive, openText, sealText } from "../core/sealing.ts";

/**
 * What second factors keep at rest. The keys come from the environment and are never in the database: who has a dump of it can
 * neither make a code of an authenticator app nor guess a recovery code.
 */
export class FactorVault {
  readonly #sealing: Uint8Array;
  readonly #codes: Uint8Array;
  readonly #handles: Uint8Array;

  /** @param secret 32 bytes, `QTI_FACTOR_KEY` */
  constructor(secret: Uint8Array) {
    this.#sealing = derive(secret, "qti/factors/totp/v1");
    this.#codes = derive(secret, "qti/factors/recovery-codes/v1");
    this.#handles = derive(secret, "qti/factors/user-handles/v1");
  }

  sealTotp(account: string, secret: string): Uint8Array {
    return sealText(this.#sealing, account, secret);
  }

  /** Throws when it was sealed with another key, for another account, or damaged. */
  openTotp(account: string, sealed: Uint8Array): string {
    return openText(this.#sealing, account, sealed);
  }

  /** What is stored of a recovery code. */
  recoveryMac(account: string, code: string): string {
    return createHmac("sha256", this.#codes).update(`${account}:${code}`).digest("hex");
  }

  /** By what an authenticator knows the account: the same each time, and nothing that names it. */
  userHandle(account: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(createHmac("sha256", this.#handles).update(account).digest());
  }
}
