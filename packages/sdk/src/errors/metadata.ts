import { QtiError } from "./base.ts";

/** The description of an asset cannot go on the chain as it is. */
export class MetadataInvalidError extends QtiError {
  constructor(reason: string, cause?: unknown) {
    super(`The description of the asset cannot be used: ${reason}.`, {
      name: "MetadataInvalidError",
      code: "metadata-invalid",
      next: "Shorten or correct it, then try again.",
      cause,
    });
  }
}
