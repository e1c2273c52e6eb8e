import { QtiError } from "../errors/base.ts";

type Caught = { cause?: unknown };

/** Part of a record in which something is not as its author left it. */
export const tamperedParts = ["header", "payload", "contents", "attachment", "blob"] as const;
export type TamperedPart = (typeof tamperedParts)[number];

/** Fact of a record that a reader compares with what it asked for. */
export const mismatchFields = [
  "recordId",
  "version",
  "space",
  "type",
  "owner",
  "chainId",
  "previous",
  "author",
  "readers",
  "manifestHash",
] as const;
export type MismatchField = (typeof mismatchFields)[number];

export const keySlotReasons = [
  "missing",
  "exists",
  "wrong-secret",
  "malformed",
  "other-keys",
  "storage",
  "too-few",
  "wallet-varies",
  "wallet-foreign",
  "passkey-unable",
  "passkey-refused",
] as const;
export type KeySlotReason = (typeof keySlotReasons)[number];

export const recoveryCodeReasons = ["length", "character", "checksum", "other-keys"] as const;
export type RecoveryCodeReason = (typeof recoveryCodeReasons)[number];

export const tooLargeParts = ["body", "readers", "attachments"] as const;
export type TooLargePart = (typeof tooLargeParts)[number];

/** A recipient or a stanza that is not ML-KEM-768 with X25519: a quantum computer could open what it protects. */
export class ClassicalRecipientError extends QtiError {
  override name = "ClassicalRecipientError";
  readonly kind: string;
  readonly place: "recipient" | "header";

  constructor({ kind, place, cause }: { kind: string; place: "recipient" | "header" } & Caught) {
    super(
      place === "recipient"
        ? `A recipient of the kind "${kind}" is not protected against quantum computers.`
        : `The header of this record has a recipient of the kind "${kind}", which is not protected against quantum computers.`,
      {
        code: "records-classical-recipient",
        next:
          place === "recipient"
            ? "Use a recipient that starts with age1pq1."
            : "Do not use this copy; ask its author to seal the record again.",
        details: "Every recipient of a record must be of the kind mlkem768x25519.",
        cause,
        name: "ClassicalRecipientError",
      },
    );
    this.kind = kind;
    this.place = place;
  }
}

/** Public keys that are no public keys, or not those of their fingerprint. */
export class RecipientInvalidError extends QtiError {
  override name = "RecipientInvalidError";
  readonly reason: string;

  constructor({ reason, cause }: { reason: string } & Caught) {
    super("These public keys cannot be used to share a record.", {
      code: "records-recipient-invalid",
      next: "Look the person up again by their fingerprint.",
      details: reason,
      cause,
      name: "RecipientInvalidError",
    });
    this.reason = reason;
  }
}

/** None of the header's stanzas is for these keys. */
export class NotARecipientError extends QtiError {
  override name = "NotARecipientError";

  constructor({ cause }: Caught = {}) {
    super("This record is not shared with your keys.", {
      code: "records-not-a-recipient",
      next: "Ask its owner to share it with your fingerprint.",
      cause,
      name: "NotARecipientError",
    });
  }
}

/** A header that is not a header of age v1. */
export class HeaderMalformedError extends QtiError {
  override name = "HeaderMalformedError";
  readonly reason: string;

  constructor({ reason, cause }: { reason: string } & Caught) {
    super("The header of this record is damaged.", {
      code: "records-header-malformed",
      next: "Fetch the record again; if it stays damaged, restore it from another region or ask its author.",
      details: reason,
      cause,
      name: "HeaderMalformedError",
    });
    this.reason = reason;
  }
}

/** Bytes that are not those which were sealed. */
export class RecordTamperedError extends QtiError {
  override name = "RecordTamperedError";
  readonly part: TamperedPart;
  readonly reason: string;

  constructor({ part, reason, cause }: { part: TamperedPart; reason: string } & Caught) {
    const named = part === "blob" ? "stored ciphertext" : part;
    super(`The ${named} of this record ${part === "contents" ? "are" : "is"} not what was sealed.`, {
      code: "records-tampered",
      next: "Do not trust this copy. Fetch it again; if that does not help, tell its owner.",
      details: reason,
      cause,
      name: "RecordTamperedError",
    });
    this.part = part;
    this.reason = reason;
  }
}

/** Sealed with algorithms that this version of the reader does not know. */
export class SuiteUnknownError extends QtiError {
  override name = "SuiteUnknownError";
  readonly suite: string;

  constructor({ suite, cause }: { suite: string } & Caught) {
    super(`This record is sealed in a way that is not known here: ${suite}.`, {
      code: "records-suite-unknown",
      next: "Reload the page or update the app, then open it again.",
      cause,
      name: "SuiteUnknownError",
    });
    this.suite = suite;
  }
}

/** A genuine record, but not the one that was asked for. */
export class RecordMismatchError extends QtiError {
  override name = "RecordMismatchError";
  readonly field: MismatchField;
  readonly expected: string;
  readonly actual: string;

  constructor({
    field,
    expected,
    actual,
    cause,
  }: { field: MismatchField; expected: string; actual: string } & Caught) {
    super(`This is another record than the one asked for: its ${field} is ${actual}, not ${expected}.`, {
      code: "records-mismatch",
      next: "Do not use it in its place; the service gave the wrong record.",
      cause,
      name: "RecordMismatchError",
    });
    this.field = field;
    this.expected = expected;
    this.actual = actual;
  }
}

/** The record opens, but its author did not sign it. */
export class SignatureInvalidError extends QtiError {
  override name = "SignatureInvalidError";
  readonly author: string;

  constructor({ author, cause }: { author: string } & Caught) {
    super("The signature of this record is not its author's.", {
      code: "records-signature-invalid",
      next: "Do not trust its contents; anyone who knows your public key could have written them.",
      details: `Expected the keys ${author}.`,
      cause,
      name: "SignatureInvalidError",
    });
    this.author = author;
  }
}

/** What a drawer holds is not in a form that this version knows. Writing over it would lose it. */
export class SpaceUnreadableError extends QtiError {
  override name = "SpaceUnreadableError";
  readonly space: string;

  constructor({ space, cause }: { space: string } & Caught) {
    super(`What is kept in "${space}" has a form that this version does not know.`, {
      code: "records-space-unreadable",
      next: "Load the newest version of the app. Nothing was changed.",
      cause,
      name: "SpaceUnreadableError",
    });
    this.space = space;
  }
}

/** What was given to be sealed does not have the form of a record. */
export class RecordInputError extends QtiError {
  override name = "RecordInputError";
  readonly field: string;
  readonly reason: string;

  constructor({ field, reason, cause }: { field: string; reason: string } & Caught) {
    super(`The record cannot be sealed: ${field} is not valid.`, {
      code: "records-input",
      next: `Correct ${field} and try again.`,
      details: reason,
      cause,
      name: "RecordInputError",
    });
    this.field = field;
    this.reason = reason;
  }
}

/** More than one record can hold. */
export class RecordTooLargeError extends QtiError {
  override name = "RecordTooLargeError";
  readonly part: TooLargePart;
  readonly size: number;
  readonly limit: number;

  constructor({ part, size, limit, cause }: { part: TooLargePart; size: number; limit: number } & Caught) {
    const unit = part === "body" ? " bytes" : "";
    super(`The ${part} of a record may be at most ${limit}${unit}; this is ${size}${unit}.`, {
      code: "records-too-large",
      next: part === "body" ? "Attach the rest as a file." : "Divide it over several records.",
      cause,
      name: "RecordTooLargeError",
    });
    this.part = part;
    this.size = size;
    this.limit = limit;
  }
}

/** A file above the limit; found before anything is sent. */
export class AttachmentTooLargeError extends QtiError {
  override name = "AttachmentTooLargeError";
  readonly size: number;
  readonly limit: number;

  constructor({ size, limit, cause }: { size: number; limit: number } & Caught) {
    super(`A file may have at most ${limit} bytes; this one has at least ${size}.`, {
      code: "records-attachment-too-large",
      next: "Choose a smaller file, or divide it.",
      cause,
      name: "AttachmentTooLargeError",
    });
    this.size = size;
    this.limit = limit;
  }
}

const keySlotSentences: Record<KeySlotReason, readonly [string, string]> = {
  exists: [
    "This browser already has keys for this account.",
    "Unlock them; or forget them first, if you have a backup.",
  ],
  missing: [
    "There are no keys for this account here.",
    "Create keys, or restore yours with the recovery code.",
  ],
  "wrong-secret": [
    "The keys do not open with this secret.",
    "Check what you typed, or use another way to unlock.",
  ],
  malformed: ["The saved keys are damaged.", "Restore your keys with the recovery code and a backup."],
  "other-keys": ["This backup belongs to other keys.", "Choose the backup that was made for this account."],
  storage: [
    "The keys cannot be saved in this browser.",
    "Leave private mode or free some space, then try again.",
  ],
  "too-few": [
    "Keys need two ways to be opened, one of them outside of this browser and without the service.",
    "Add a recovery code, a passphrase or a passkey first.",
  ],
  "wallet-varies": [
    "This wallet signs the same differently each time and so cannot open keys.",
    "Use a passkey, a passphrase or the recovery code.",
  ],
  "wallet-foreign": [
    "This signature is not one by the account's own key.",
    "Choose the account in the wallet; a smart account cannot open keys, a passkey can.",
  ],
  "passkey-unable": [
    "This browser or passkey cannot keep a secret for keys.",
    "Use another browser or passkey, a passphrase or the recovery code.",
  ],
  "passkey-refused": ["The passkey was not used.", "Try again, or use another way to unlock."],
};

/** Keys that cannot be wrapped or unwrapped. */
export class KeySlotError extends QtiError {
  override name = "KeySlotError";
  readonly reason: KeySlotReason;

  constructor({ reason, cause }: { reason: KeySlotReason } & Caught) {
    const [sentence, next] = keySlotSentences[reason];
    super(sentence, { code: "records-key-slot", next, cause, name: "KeySlotError" });
    this.reason = reason;
  }
}

const recoveryCodeSentences: Record<RecoveryCodeReason, readonly [string, string]> = {
  length: ["A recovery code has 45 letters and digits.", "Check that no group is missing."],
  character: ["A recovery code has only letters and digits, and no U.", "Type the code as it is printed."],
  checksum: ["There is a slip in the recovery code.", "Compare it with the printed one, group by group."],
  "other-keys": ["This is the recovery code of other keys.", "Use the code that was printed for these keys."],
};

/** A recovery code that cannot be right, found before any key is tried. */
export class RecoveryCodeError extends QtiError {
  override name = "RecoveryCodeError";
  readonly reason: RecoveryCodeReason;

  constructor({ reason, cause }: { reason: RecoveryCodeReason } & Caught) {
    const [sentence, next] = recoveryCodeSentences[reason];
    super(sentence, { code: "records-recovery-code", next, cause, name: "RecoveryCodeError" });
    this.reason = reason;
  }
}

/** Something needs the keys, and they are locked. */
export class KeysLockedError extends QtiError {
  override name = "KeysLockedError";

  constructor({ cause }: Caught = {}) {
    super("Your record keys are locked.", {
      code: "records-keys-locked",
      next: "Unlock them on this device, or restore them with the recovery code.",
      cause,
      name: "KeysLockedError",
    });
  }
}

/** Text that is no fingerprint. */
export class FingerprintInvalidError extends QtiError {
  override name = "FingerprintInvalidError";

  constructor({ cause }: Caught = {}) {
    super("This is not a key fingerprint.", {
      code: "records-fingerprint-invalid",
      next: "Paste the whole fingerprint: 13 groups of 4, or 0x and 64 digits.",
      cause,
      name: "FingerprintInvalidError",
    });
  }
}

/** Keys from a directory that do not belong to the fingerprint or the account for which they were given. */
export class KeysNotAuthenticError extends QtiError {
  override name = "KeysNotAuthenticError";
  readonly reason: string;

  constructor({ reason, cause }: { reason: string } & Caught) {
    super("The service gave keys that do not belong to this person.", {
      code: "records-keys-not-authentic",
      next: "Do not share anything with these keys; compare the fingerprint with the person directly.",
      details: reason,
      cause,
      name: "KeysNotAuthenticError",
    });
    this.reason = reason;
  }
}

/** The work was cancelled by whoever asked for it. */
export class RecordsAbortedError extends QtiError {
  override name = "RecordsAbortedError";

  constructor({ cause }: Caught = {}) {
    super("This was cancelled.", {
      code: "records-aborted",
      next: "Start it again when you like; nothing was changed.",
      cause,
      name: "RecordsAbortedError",
    });
  }
}

/** The Worker that holds the keys ended, or something in it failed that should not. */
export class RecordsWorkerError extends QtiError {
  override name = "RecordsWorkerError";
  readonly reason: string;

  constructor({ reason, cause }: { reason: string } & Caught) {
    super("The part of the app that encrypts has stopped.", {
      code: "records-worker",
      next: "Reload the page; what was stored is safe.",
      details: reason,
      cause,
      name: "RecordsWorkerError",
    });
    this.reason = reason;
  }
}
