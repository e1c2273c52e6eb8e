/** What failed lately is left alone for a while, twice as long each time. */
export class Backoff {
  readonly #firstMs: number;
  readonly #longestMs: number;
  readonly #now: () => number;
  readonly #failures = new Map<string, { count: number; until: number }>();

  constructor(firstMs: number, longestMs: number, now: () => number = Date.now) {
    this.#firstMs = firstMs;
    this.#longestMs = longestMs;
    this.#now = now;
  }

  /** Whether `subject` is to be left alone now. */
  holds(subject: string): boolean {
    return (this.#failures.get(subject)?.until ?? 0) > this.#now();
  }

  failed(subject: string): void {
    const count = (this.#failures.get(subject)?.count ?? 0) + 1;
    const wait = Math.min(this.#firstMs * 2 ** (count - 1), this.#longestMs);
    this.#failures.set(subject, { count, until: this.#now() + wait });
  }

  succeeded(subject: string): void {
    this.#failures.delete(subject);
  }

  /** Forgets what has been quiet for longer than the longest wait, so that strangers cannot fill the memory. */
  forget(): void {
    const before = this.#now() - this.#longestMs;
    for (const [subject, { until }] of this.#failures) if (until < before) this.#failures.delete(subject);
  }
}
