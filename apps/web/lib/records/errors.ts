import { QtiError } from "@qti/sdk/errors";

/** A record that is said to be one's own, by keys that are not. */
export class ForeignAuthorError extends QtiError {
  override name = "ForeignAuthorError";
  readonly author: string;

  constructor({ author }: { author: string }) {
    super("The service gave a record as yours that your keys did not sign.", {
      code: "records-foreign-author",
      next: "Do not trust what it says. If you wrote it with other keys of yours, open it where those keys are.",
      details: `It is signed by the keys ${author}.`,
      name: "ForeignAuthorError",
    });
    this.author = author;
  }
}
