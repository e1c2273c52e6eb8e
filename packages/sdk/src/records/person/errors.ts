import { QtiError } from "../../errors/base.ts";

/** An export was cut off before its end: what came of it is not everything. */
export class ExportIncompleteError extends QtiError {
  override name = "ExportIncompleteError";
  /** Lines that came. */
  readonly lines: number;

  constructor({ lines, cause }: { lines: number; cause?: unknown }) {
    super("The export was cut off before its end.", {
      code: "export-incomplete",
      next: "Export again; do not keep what came, it is not everything.",
      details: `${lines} lines came.`,
      cause,
      name: "ExportIncompleteError",
    });
    this.lines = lines;
  }
}
