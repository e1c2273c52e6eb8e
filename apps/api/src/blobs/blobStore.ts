/**
 * Where ciphertext lies. A store knows bytes by their SHA-256 and nothing else: it cannot list, and it cannot tell whose they
 * are; PostgreSQL does. One store a region.
 */
export interface BlobStore {
  /** Name of the region. */
  readonly name: string;

  /** Gets ready. When it fails the region is down for now; it is asked again with each use. */
  open(): Promise<void>;

  /**
   * Keeps the bytes under their hash and answers with their number once they would survive a power cut. A second put of the
   * same bytes is harmless. When it fails nothing of them is left.
   *
   * @throws {@link BlobHashError} when the bytes have another hash
   */
  put(hash: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;

  /**
   * Reads bytes that were verified against the hash. Whoever does not read them to their end, or cancels the body, has to
   * {@link letGo} of them.
   *
   * @throws {@link BlobMissingError} {@link BlobDamagedError} {@link BlobRangeError}
   */
  get(hash: string, range?: RangeRequest): Promise<BlobReading>;

  /** Size in bytes, or undefined when the store has no such blob. Does not verify. */
  head(hash: string): Promise<number | undefined>;

  /** Forgets the bytes. No error when they are not there. */
  delete(hash: string): Promise<void>;

  /** Whether the region can be used, and how many bytes it still takes. */
  check(): Promise<{ freeBytes: number }>;

  /** Ends its connections. */
  close(): void;
}

/** From `start` to `end`, both inclusive; without an end to the last byte; the last `suffix` bytes. */
export type RangeRequest = { start: number; end?: number | undefined } | { suffix: number };

export type BlobReading = {
  /** Of the whole blob. */
  size: number;
  /** First and last byte of what is delivered; `end` is `start - 1` for nothing. */
  start: number;
  end: number;
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
};

/**
 * Lets go of a reading that nobody reads on; one that was read to its end, or is being read, stays as it is. A file that nobody closes
 * ends the process once its handle is collected as garbage.
 */
export async function letGo({ body }: BlobReading): Promise<void> {
  if (!(body instanceof Uint8Array || body.locked)) await body.cancel();
}

const hashPattern = /^[0-9a-f]{64}$/;

/** A name for a blob that is no hash, and so could be a path. A programming error: borders check hashes before. */
export class BlobNameError extends Error {
  override name = "BlobNameError";
}

export class BlobMissingError extends Error {
  override name = "BlobMissingError";
}

/** What is stored does not have its hash any more. */
export class BlobDamagedError extends Error {
  override name = "BlobDamagedError";
}

/** What arrived does not have the hash that it was announced with. */
export class BlobHashError extends Error {
  override name = "BlobHashError";
}

export class BlobRangeError extends Error {
  override name = "BlobRangeError";
  readonly size: number;

  constructor(size: number) {
    super("the range lies outside of the blob");
    this.size = size;
  }
}

export function assertHash(hash: string): void {
  if (!hashPattern.test(hash)) throw new BlobNameError("a blob is named by 64 lower-case hex digits");
}

/** First and last byte of a range within `size` bytes. @throws {@link BlobRangeError} */
export function resolveRange(range: RangeRequest | undefined, size: number): { start: number; end: number } {
  if (range === undefined) return { start: 0, end: size - 1 };
  if ("suffix" in range) {
    if (range.suffix === 0 || size === 0) throw new BlobRangeError(size);
    return { start: Math.max(0, size - range.suffix), end: size - 1 };
  }
  const end = Math.min(range.end ?? size - 1, size - 1);
  if (range.start > end) throw new BlobRangeError(size);
  return { start: range.start, end };
}
