import { QtiError } from "../../errors/base.ts";

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
