import { QtiError } from "../../errors/base.ts";
import type { RecordRow } from "../wire.ts";

/** Papers for somebody, and nobody who could open them. */
export class ReadersMissingError extends QtiError {
  override name = "ReadersMissingError";
  readonly space: string;

  constructor({ space }: { space: string }) {
    super("Nobody could open these papers beside you: no one whose task it is has keys for it.", {
      code: "records-readers-missing",
      next: "Try again later. Nothing was sent.",
      details: `Nobody reads "${space}" with keys that stand on the chain.`,
      name: "ReadersMissingError",
    });
    this.space = space;
  }
}

/** Documents are stored, and not yet every record that it takes for all of their readers. */
export class CopiesMissingError extends QtiError {
  override name = "CopiesMissingError";
  /** The first record, which some of the readers have. */
  readonly record: RecordRow;

  constructor({ record, cause }: { record: RecordRow; cause: unknown }) {
    super("The documents are sealed, and some of the holders cannot open them yet.", {
      code: "records-copies-missing",
      next: "Do not send them again: update the readers.",
      details: `The record is ${record.id}.`,
      name: "CopiesMissingError",
      cause,
    });
    this.record = record;
  }
}
