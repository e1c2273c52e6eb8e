import { QtiError } from "../../errors/base.ts";

type Caught = { cause?: unknown };

/*
 * What a service of records did that an honest one does not. Each class is one kind of lie; `evidence`, where there is any, are the
 * notes that the service signed and that contradict each other: keep them, they convince others.
 */

const keep = "Do not rely on what it shows. Keep what you have, and tell whoever runs the service.";

/** What should be a word of the log is not signed by it. */
export class CheckpointInvalidError extends QtiError {
  override name = "CheckpointInvalidError";
  readonly reason: string;

  constructor({ reason, cause }: { reason: string } & Caught) {
    super("What the service gave as a word of its log is none: the log did not sign it.", {
      code: "log-checkpoint-invalid",
      next: "Load the page again; if it stays so, do not rely on what the service shows.",
      details: reason,
      cause,
      name: "CheckpointInvalidError",
    });
    this.reason = reason;
  }
}

/** Another record, or another content under the same version. */
export class RecordSwappedError extends QtiError {
  override name = "RecordSwappedError";
  readonly reason: string;

  constructor({ reason, cause }: { reason: string } & Caught) {
    super("The service swapped this record: what it gave is not what its log holds.", {
      code: "log-record-swapped",
      next: keep,
      details: reason,
      cause,
      name: "RecordSwappedError",
    });
    this.reason = reason;
  }
}

/** An older version than one that was there already. */
export class VersionRolledBackError extends QtiError {
  override name = "VersionRolledBackError";
  readonly version: number;
  readonly seen: number;

  constructor({ version, seen }: { version: number; seen: number }) {
    super("The service rolled this record back: it gave an older version than it had before.", {
      code: "log-version-rolled-back",
      next: keep,
      details: `It gave version ${version}; there was version ${seen}.`,
      name: "VersionRolledBackError",
    });
    this.version = version;
    this.seen = seen;
  }
}

/** A log that is shorter than it was. */
export class LogTruncatedError extends QtiError {
  override name = "LogTruncatedError";
  readonly size: number;
  readonly seen: number;
  readonly evidence: readonly string[];

  constructor({ size, seen, evidence }: { size: number; seen: number; evidence: readonly string[] }) {
    super("The service truncated its log: entries that were in it are gone.", {
      code: "log-truncated",
      next: keep,
      details: `It has ${size} leaves and had ${seen}.`,
      name: "LogTruncatedError",
    });
    this.size = size;
    this.seen = seen;
    this.evidence = evidence;
  }
}

/** Two histories of which neither contains the other. */
export class LogForkedError extends QtiError {
  override name = "LogForkedError";
  readonly reason: string;
  readonly evidence: readonly string[];

  constructor({ reason, evidence }: { reason: string; evidence: readonly string[] }) {
    super("The service forked its log: it shows another past than it showed before.", {
      code: "log-forked",
      next: keep,
      details: reason,
      name: "LogForkedError",
    });
    this.reason = reason;
    this.evidence = evidence;
  }
}

/** Something that has to be there, and that the service does not give. */
export class RecordWithheldError extends QtiError {
  override name = "RecordWithheldError";
  readonly what: string;

  constructor({ what, cause }: { what: string } & Caught) {
    super(
      "The service withholds something of this record: it was there, and its log does not say that it was deleted.",
      {
        code: "log-record-withheld",
        next: "If it is somebody else's record, ask whether you may still read it. Else tell whoever runs the service.",
        details: what,
        cause,
        name: "RecordWithheldError",
      },
    );
    this.what = what;
  }
}

/** The record was deleted by its owner; the log proves it. */
export class RecordDeletedError extends QtiError {
  override name = "RecordDeletedError";

  constructor() {
    super("This record was deleted; the log of the service proves it.", {
      code: "log-record-deleted",
      next: "Ask its owner, if you still need it.",
      name: "RecordDeletedError",
    });
  }
}

/** A header with a recipient that a quantum computer opens. */
export class MixedRecipientsError extends QtiError {
  override name = "MixedRecipientsError";

  constructor({ cause }: Caught = {}) {
    super(
      "The service gave a header with mixed recipients: one of them is not protected against quantum computers.",
      {
        code: "log-mixed-recipients",
        next: keep,
        cause,
        name: "MixedRecipientsError",
      },
    );
  }
}

/** A header from before, or of another version. */
export class HeaderReplayedError extends QtiError {
  override name = "HeaderReplayedError";
  readonly reason: string;

  constructor({ reason }: { reason: string }) {
    super("The service replayed an old header: it is not the one that this record has now.", {
      code: "log-header-replayed",
      next: keep,
      details: reason,
      name: "HeaderReplayedError",
    });
    this.reason = reason;
  }
}
