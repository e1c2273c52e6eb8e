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

/** The service offers other keys for somebody than those that this browser knows. */
export class ReaderKeysChangedError extends QtiError {
  override name = "ReaderKeysChangedError";
  readonly account: string;
  readonly known: `0x${string}`;
  readonly offered: `0x${string}`;

  constructor({
    account,
    known,
    offered,
  }: {
    account: string;
    known: `0x${string}`;
    offered: `0x${string}`;
  }) {
    super("These are other keys of this person than the ones this browser knows.", {
      code: "records-reader-keys-changed",
      next: "Compare the new fingerprint with them by another way than this page, before you share.",
      details: `${account}: ${known}, now ${offered}`,
      name: "ReaderKeysChangedError",
    });
    this.account = account;
    this.known = known;
    this.offered = offered;
  }
}

/** Keys that their owner said not to use any more. */
export class ReaderKeysRevokedError extends QtiError {
  override name = "ReaderKeysRevokedError";

  constructor({ account }: { account: string }) {
    super("This person has revoked these keys.", {
      code: "records-reader-keys-revoked",
      next: "Ask them for the fingerprint of their keys of now.",
      details: account,
      name: "ReaderKeysRevokedError",
    });
  }
}

/** The backup names a wallet as a way, and the service has nothing for it. */
export class WalletShareGoneError extends QtiError {
  override name = "WalletShareGoneError";

  constructor() {
    super("The service has no share of these keys for this account, so the wallet does not open them.", {
      code: "records-wallet-share-gone",
      next: "Open them in another way. The wallet was taken away as a way to open them, or they are the keys of another account.",
      name: "WalletShareGoneError",
    });
  }
}

/** What stands where a delivery of the store should be, and is none. */
export class NotFromStoreError extends QtiError {
  override name = "NotFromStoreError";

  constructor({ reason }: { reason: string }) {
    super("This is not what the store delivered for this order.", {
      code: "records-not-from-store",
      next: "Do not use what it says. Load the page again; if it stays so, tell whoever runs the store the number of the order.",
      details: reason,
      name: "NotFromStoreError",
    });
  }
}

/** A code that was sealed for keys which are not those of this browser. */
export class CodeForOtherKeysError extends QtiError {
  override name = "CodeForOtherKeysError";

  constructor({ readers }: { readers: readonly string[] }) {
    super("This code was sealed for other keys of yours than those of this browser.", {
      code: "records-code-for-other-keys",
      next: "Open it where those keys are. If they are lost, nobody can open it: tell whoever runs the store the number of the order.",
      details: `It is sealed for ${readers.join(", ")}.`,
      name: "CodeForOtherKeysError",
    });
  }
}

/** A link to a code of which the account knows nothing. */
export class CodeNotFoundError extends QtiError {
  override name = "CodeNotFoundError";

  constructor() {
    super("Nothing with this link was delivered to this account.", {
      code: "records-code-not-found",
      next: "Connect the account that paid for it. What an account has had stands in the store.",
      name: "CodeNotFoundError",
    });
  }
}
