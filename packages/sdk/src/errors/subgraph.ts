import { QtiError } from "./base.ts";

/** The index of the chain could not answer. What the chain itself says is not affected. */
export class SubgraphError extends QtiError {}

/** Nobody answers at the index's address, or not in time. */
export class SubgraphUnreachableError extends SubgraphError {
  constructor(url: string, reason: string, cause?: unknown) {
    super("The index of the chain cannot be reached.", {
      name: "SubgraphUnreachableError",
      code: "subgraph-unreachable",
      next: "Lists and history are missing until it is back; balances and actions still work.",
      details: `${url}: ${reason}`,
      cause,
    });
  }
}

/** The index answered something that is not an answer. */
export class SubgraphResponseError extends SubgraphError {
  constructor(url: string, cause?: unknown) {
    super("The index of the chain gave an answer that cannot be read.", {
      name: "SubgraphResponseError",
      code: "subgraph-response",
      next: "Check that the address is that of a QTI subgraph.",
      details: url,
      cause,
    });
  }
}

/** The index refused the question: it runs another schema, stopped at an error, or a limit was passed. */
export class SubgraphQueryError extends SubgraphError {
  constructor(messages: readonly string[]) {
    super("The index of the chain could not answer this question.", {
      name: "SubgraphQueryError",
      code: "subgraph-query",
      next: "Check that it runs the schema of this version, and its log for an indexing error.",
      details: messages.join("; "),
    });
  }
}

/** The index did not reach a block in time. The transaction itself is not affected. */
export class SubgraphBehindError extends SubgraphError {
  /** Block that was waited for. */
  readonly block: bigint;
  /** Last block that the index had; `undefined` when it never answered. */
  readonly indexed: bigint | undefined;

  constructor(block: bigint, indexed: bigint | undefined, cause?: unknown) {
    super(`The index of the chain is at block ${indexed ?? "unknown"} and not yet at ${block}.`, {
      name: "SubgraphBehindError",
      code: "subgraph-behind",
      next: "The transaction stands on the chain; lists show it when the index has caught up.",
      cause,
    });
    this.block = block;
    this.indexed = indexed;
  }
}
