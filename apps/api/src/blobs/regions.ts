import { errorCode, isOutOfSpace } from "../core/toProblem.ts";
import {
  BlobDamagedError,
  BlobHashError,
  BlobMissingError,
  BlobRangeError,
  type BlobReading,
  type BlobStore,
  type RangeRequest,
} from "./blobStore.ts";
import { fanOut } from "./fanOut.ts";

/** Too few regions took the bytes. */
export class QuorumError extends Error {
  override name = "QuorumError";
  readonly outOfSpace: boolean;

  constructor(causes: readonly unknown[]) {
    super("too few regions took the bytes", { cause: causes[0] });
    this.outOfSpace = causes.some(isOutOfSpace);
  }
}

/** No region has the bytes intact. */
export class NoRegionError extends Error {
  override name = "NoRegionError";
}

/** What went wrong with one region while another one served. */
export type RegionFault = {
  region: string;
  hash: string;
  kind: "missing" | "damaged" | "failed";
  code?: string;
};

/** Failing, a region that took so long said nothing: one that is only down refuses at once. */
const silentMs = 2_000;
/** So long nobody waits for it again, unless nothing else is left. */
const restMs = 30_000;

/** All regions as one: writes go to each, reads take the first that delivers what the hash says. */
export class Regions {
  readonly stores: readonly BlobStore[];
  readonly quorum: number;
  readonly #now: () => number;
  readonly #silentAt = new Map<BlobStore, number>();

  /** @param now Milliseconds that only go forward. */
  constructor(
    stores: readonly BlobStore[],
    quorum: number,
    now: () => number = performance.now.bind(performance),
  ) {
    this.stores = stores;
    this.quorum = quorum;
    this.#now = now;
  }

  /** Ends the connections of all of them. */
  close(): void {
    for (const store of this.stores) store.close();
  }

  store(region: string): BlobStore | undefined {
    return this.stores.find((store) => store.name === region);
  }

  /** The other regions, to copy from. */
  without(store: BlobStore): Regions {
    return new Regions(
      this.stores.filter((other) => other !== store),
      1,
    );
  }

  /**
   * Writes to every region at once and waits for all of them, so that with all regions up every acknowledged blob is in each. One that was
   * silent a moment ago is not waited for where the others are enough: it owes the bytes.
   *
   * @returns the size, and the regions that did not take it
   * @throws {@link BlobHashError} {@link QuorumError} or what the source throws
   */
  async put(
    hash: string,
    source: AsyncIterable<Uint8Array>,
  ): Promise<{ size: number; faults: RegionFault[] }> {
    const awake = this.stores.filter((store) => !this.#rests(store));
    const stores = awake.length >= this.quorum ? awake : this.stores;
    const results = await fanOut(
      source,
      stores.map((store) => (bytes) => this.#putWatched(store, hash, bytes)),
    );
    const faults = this.stores
      .filter((store) => !stores.includes(store))
      .map(({ name }): RegionFault => ({ region: name, hash, kind: "failed", code: "SILENT" }));
    const causes: unknown[] = [];
    const sizes: number[] = [];
    for (const [index, result] of results.entries()) {
      if (result.status === "fulfilled") {
        sizes.push(result.value);
        continue;
      }
      if (result.reason instanceof BlobHashError) throw result.reason;
      causes.push(result.reason);
      faults.push(fault(stores[index]?.name ?? "", hash, result.reason));
    }
    const [size] = sizes;
    if (size === undefined || sizes.length < this.quorum) {
      // Whoever was not asked is asked the next time.
      this.#silentAt.clear();
      throw new QuorumError(causes);
    }
    return { size, faults };
  }

  /**
   * Reads from the first region that has the bytes intact; one that was silent a moment ago is asked last.
   *
   * @returns the reading, and the regions before it that did not deliver
   * @throws {@link BlobRangeError} {@link NoRegionError}
   */
  async get(hash: string, range?: RangeRequest): Promise<{ reading: BlobReading; faults: RegionFault[] }> {
    const faults: RegionFault[] = [];
    const asked = this.stores.toSorted((one, other) => Number(this.#rests(one)) - Number(this.#rests(other)));
    for (const store of asked) {
      try {
        return { reading: await this.#getWatched(store, hash, range), faults };
      } catch (error) {
        if (error instanceof BlobRangeError) throw error;
        faults.push(fault(store.name, hash, error));
      }
    }
    throw new NoRegionError("no region has the bytes intact");
  }

  #rests(store: BlobStore): boolean {
    const at = this.#silentAt.get(store);
    return at !== undefined && this.#now() - at < restMs;
  }

  async #getWatched(store: BlobStore, hash: string, range: RangeRequest | undefined): Promise<BlobReading> {
    const began = this.#now();
    try {
      const reading = await store.get(hash, range);
      this.#silentAt.delete(store);
      return reading;
    } catch (error) {
      // What it says of the bytes is an answer, however long it had to read for it.
      const isAnswer = [BlobRangeError, BlobMissingError, BlobDamagedError].some(
        (kind) => error instanceof kind,
      );
      if (!isAnswer) this.#noteSilence(store, began);
      throw error;
    }
  }

  async #putWatched(store: BlobStore, hash: string, source: AsyncIterable<Uint8Array>): Promise<number> {
    // Since when it is up to the region; undefined while the sender is waited for.
    let since: number | undefined = this.#now();
    const now = this.#now;
    async function* timed(): AsyncGenerator<Uint8Array> {
      since = undefined;
      for await (const chunk of source) {
        since = now();
        yield chunk;
        since = undefined;
      }
      since = now();
    }
    try {
      const size = await store.put(hash, timed());
      this.#silentAt.delete(store);
      return size;
    } catch (error) {
      if (!(error instanceof BlobHashError) && since !== undefined) this.#noteSilence(store, since);
      throw error;
    }
  }

  #noteSilence(store: BlobStore, since: number): void {
    if (this.#now() - since >= silentMs) this.#silentAt.set(store, this.#now());
  }
}

function fault(region: string, hash: string, error: unknown): RegionFault {
  const kind =
    error instanceof BlobMissingError ? "missing" : error instanceof BlobDamagedError ? "damaged" : "failed";
  const code = errorCode(error);
  return { region, hash, kind, ...(code === undefined ? {} : { code }) };
}
