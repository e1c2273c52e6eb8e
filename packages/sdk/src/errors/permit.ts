import { QtiError } from "./base.ts";

/** A permit takes an ECDSA signature and nothing else. */
export class PermitSignatureError extends QtiError {
  /** Length of what was given. */
  readonly bytes: number;

  constructor(bytes: number) {
    super(`The signature of the permit has ${bytes} bytes, and 65 are needed.`, {
      name: "PermitSignatureError",
      code: "permit-signature",
      next: "Use an approval instead: accounts that are contracts cannot sign permits.",
    });
    this.bytes = bytes;
  }
}
