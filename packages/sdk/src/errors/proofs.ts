import { QtiError } from "./base.ts";

/** Something cannot be proven. Whether it is so, is not said. */
export class ProofError extends QtiError {}

/** There is no receipt yet. */
export class TransactionNotMinedError extends ProofError {
  constructor(hash: string) {
    super("The transaction is in no block yet, so there is nothing to prove.", {
      name: "TransactionNotMinedError",
      code: "transaction-not-mined",
      next: "Wait until it is confirmed, then ask again.",
      details: `Transaction ${hash}`,
    });
  }
}

const parts = {
  header: "The header of the block does",
  transactions: "The transactions of the block do",
  receipts: "The receipts of the block do",
} as const;

/** What the node says of a block does not lead to the hash that it gives the block. */
export class BlockNotReproducibleError extends ProofError {
  readonly part: keyof typeof parts;

  constructor(part: keyof typeof parts, block: string) {
    super(`${parts[part]} not lead to the hash that the node gives it.`, {
      name: "BlockNotReproducibleError",
      code: "block-not-reproducible",
      next: "Ask another node. If it says the same, the chain makes its blocks in a way that is not known here.",
      details: `Block ${block}`,
    });
    this.part = part;
  }
}

/** The block holds a transaction of a type that came after EIP-7702, or that only one chain has. */
export class TransactionTypeUnknownError extends ProofError {
  /** Type of the transaction (EIP-2718), as the node says it. */
  readonly type: string;

  constructor(type: string) {
    super(`The block holds a transaction of type ${type}, which is not known here.`, {
      name: "TransactionTypeUnknownError",
      code: "transaction-type-unknown",
      next: "Update the app; or check the transaction in an explorer of its chain.",
    });
    this.type = type;
  }
}

/** The event that was asked for is not among those of the transaction. */
export class LogNotFoundError extends ProofError {
  /** Place in the block at which the event was looked for. */
  readonly logIndex: number;

  constructor(logIndex: number, hash: string) {
    super(`The transaction has no event at place ${logIndex} of its block.`, {
      name: "LogNotFoundError",
      code: "log-not-found",
      next: "Ask again: the block may have been replaced by another in the meantime.",
      details: `Transaction ${hash}`,
    });
    this.logIndex = logIndex;
  }
}

/** A file or text that is no proof. */
export class ProofMalformedError extends ProofError {
  /** What it was to prove. */
  readonly of: "receipt" | "document" | "record";

  constructor(of: ProofMalformedError["of"], reason: string, cause?: unknown) {
    super(`This is not a proof of a ${of}, or it is damaged.`, {
      name: "ProofMalformedError",
      code: "proof-malformed",
      next: "Choose the file as it was saved, or ask for it again.",
      details: reason,
      cause,
    });
    this.of = of;
  }
}

/** A proof says in which block something happened; that the block belongs to the chain somebody else has to say. */
export class WitnessMissingError extends ProofError {
  constructor(cause?: unknown) {
    super("Nobody but the node itself says that this block belongs to the chain.", {
      name: "WitnessMissingError",
      code: "witness-missing",
      next: "Give the block's hash from the index, or ask a second node that can be reached.",
      cause,
    });
  }
}
