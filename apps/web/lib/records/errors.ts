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

/** The service gave a version from before one that this browser has seen, or another in its place. */
export class RecordRolledBackError extends QtiError {
  override name = "RecordRolledBackError";
  readonly version: number;
  readonly seen: number;
  readonly kind: "older" | "other";

  constructor({ version, seen }: { version: number; seen: number }) {
    super(
      version < seen
        ? `The service returned an older version of this record: ${version}, and this browser has seen version ${seen}.`
        : `The service returned another version ${version} of this record than the one this browser has seen.`,
      {
        code: "records-rolled-back",
        next: "Do not rely on it. Load the page again in a moment; if it stays so, ask whoever runs the service.",
        name: "RecordRolledBackError",
      },
    );
    this.version = version;
    this.seen = seen;
    this.kind = version < seen ? "older" : "other";
  }
}

/** The service lists somebody as a reader whom nobody chose on this device. */
export class ReaderUnconfirmedError extends QtiError {
  override name = "ReaderUnconfirmedError";
  readonly readers: readonly string[];

  constructor({ readers }: { readers: readonly string[] }) {
    super("The service lists readers of this record whom you did not choose on this device.", {
      code: "records-reader-unconfirmed",
      next: "Look under Readers: compare their fingerprints with the people, then confirm them or take them away.",
      details: readers.join(", "),
      name: "ReaderUnconfirmedError",
    });
    this.readers = readers;
  }
}
