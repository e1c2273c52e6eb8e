/** One reader's end of a {@link fanOut}. */
class Branch implements AsyncIterable<Uint8Array> {
  #chunk: Uint8Array | undefined;
  #ended = false;
  #failure: { error: unknown } | undefined;
  #closed = false;
  #changed = Promise.withResolvers<void>();

  /** Resolves when the reader has taken the chunk or has gone away. */
  async give(chunk: Uint8Array): Promise<void> {
    if (this.#closed) return;
    this.#chunk = chunk;
    this.#signal();
    while (this.#chunk !== undefined && !this.#closed) await this.#changed.promise;
  }

  end(): void {
    this.#ended = true;
    this.#signal();
  }

  fail(error: unknown): void {
    this.#failure = { error };
    this.#signal();
  }

  /** The reader is done, in whatever way: nothing waits for it any more. */
  close(): void {
    this.#closed = true;
    this.#chunk = undefined;
    this.#signal();
  }

  get closed(): boolean {
    return this.#closed;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (this.#chunk !== undefined) {
        const chunk = this.#chunk;
        yield chunk;
        // Only now, so that the writer goes on when the chunk has been written and not earlier.
        this.#chunk = undefined;
        this.#signal();
        continue;
      }
      if (this.#failure !== undefined) throw this.#failure.error;
      if (this.#ended) return;
      await this.#changed.promise;
    }
  }

  #signal(): void {
    const { resolve } = this.#changed;
    this.#changed = Promise.withResolvers<void>();
    resolve();
  }
}

/**
 * Gives one stream of bytes to several readers at the pace of the slowest, with one chunk in memory. A reader that fails is
 * left behind; when all have failed the source is not read to its end. A failing source fails every reader.
 */
export async function fanOut<T>(
  source: AsyncIterable<Uint8Array>,
  readers: readonly ((bytes: AsyncIterable<Uint8Array>) => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  const branches = readers.map(() => new Branch());
  const results = readers.map(async (reader, index) => {
    const branch = branches[index] ?? new Branch();
    try {
      return await reader(branch);
    } finally {
      branch.close();
    }
  });
  const settled = Promise.allSettled(results);
  try {
    for await (const chunk of source) {
      await Promise.all(branches.map((branch) => branch.give(chunk)));
      if (branches.every((branch) => branch.closed)) break;
    }
    for (const branch of branches) branch.end();
  } catch (error) {
    for (const branch of branches) branch.fail(error);
    await settled;
    throw error;
  }
  return settled;
}
