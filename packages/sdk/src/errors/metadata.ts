import { QtiError } from "./base.ts";

/** What is wrong with a description: a field, or the whole, which takes `size` bytes where `limit` are taken. */
type Misfit = { field: string } | { size: number; limit: number };

/** The description of an asset cannot go on the chain as it is. */
export class MetadataInvalidError extends QtiError {
  /** The field that does not fit; `undefined` when the whole is too long. */
  readonly field: string | undefined;
  /** Bytes of the whole, when they are too many. */
  readonly size: number | undefined;
  /** Most bytes that the whole may take, when they are too many. */
  readonly limit: number | undefined;

  constructor(misfit: Misfit, cause?: unknown) {
    const reason =
      "field" in misfit ? `${misfit.field} does not fit` : `it takes ${misfit.size} of ${misfit.limit} bytes`;
    super(`The description of the asset cannot be used: ${reason}.`, {
      name: "MetadataInvalidError",
      code: "metadata-invalid",
      next: "Shorten or correct it, then try again.",
      cause,
    });
    this.field = "field" in misfit ? misfit.field : undefined;
    this.size = "size" in misfit ? misfit.size : undefined;
    this.limit = "size" in misfit ? misfit.limit : undefined;
  }
}
