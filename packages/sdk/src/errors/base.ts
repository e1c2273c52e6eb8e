/** What every error of QTI is made of. */
export type QtiErrorParameters = {
  /** Stable kebab-case identifier; programs branch on it, people never see it. */
  code: string;
  /** One sentence in the imperative: what the reader can do now. */
  next: string;
  /** Facts and limits behind the sentence, where they help. */
  details?: string | undefined;
  /** What was caught below, kept for {@link QtiError.walk}. */
  cause?: unknown;
  /** Name of the class. Given explicitly because a minifier renames `constructor.name`. */
  name?: string | undefined;
};

/**
 * Base of every error that QTI throws: a sentence (`shortMessage`), a next step (`next`), a stable `code`, and the cause.
 *
 * @example
 * ```ts
 * import { QtiError } from "@qti/sdk/errors";
 *
 * try {
 *   await action();
 * } catch (error) {
 *   if (error instanceof QtiError) show(error.shortMessage, error.next);
 * }
 * ```
 */
export class QtiError extends Error {
  override name = "QtiError";
  readonly shortMessage: string;
  readonly details: string | undefined;
  readonly code: string;
  readonly next: string;

  constructor(shortMessage: string, parameters: QtiErrorParameters) {
    super(
      [shortMessage, parameters.details, parameters.next]
        .filter((line) => line !== undefined && line !== "")
        .join("\n"),
      parameters.cause === undefined ? undefined : { cause: parameters.cause },
    );
    this.name = parameters.name ?? "QtiError";
    this.shortMessage = shortMessage;
    this.details = parameters.details;
    this.code = parameters.code;
    this.next = parameters.next;
  }

  /** The deepest cause, or the first one for which `test` answers true. */
  walk(): unknown;
  walk(test: (error: unknown) => boolean): unknown;
  walk(test?: (error: unknown) => boolean): unknown {
    let current: unknown = this;
    // Bounded: a cycle of causes must not hang the caller that only wants to show a message.
    for (let depth = 0; depth < 32; depth++) {
      if (test?.(current)) return current;
      const below = current instanceof Error ? current.cause : undefined;
      if (below === undefined || below === null) return test ? undefined : current;
      current = below;
    }
    return test ? undefined : current;
  }
}
