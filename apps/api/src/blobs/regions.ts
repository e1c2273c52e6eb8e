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

/** All regions as one: writes go to each, reads take the first that delivers what the hash says. */
export class Regions {
  readonly stores: readonly BlobStore[];
  readonly quorum: number;

  constructor(stores: readonly BlobStore[], quorum: number) {
    this.stores = stores;
    this.quorum = quorum;
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
   * Writes to every region at once and waits for all of them, so that with all regions up every acknowledged blob is in each.
   *
   * @returns the size, and the regions that did not take it
   * @throws {@link BlobHashError} {@link QuorumError} or what the source throws
   */
  async put(
    hash: string,
    source: AsyncIterable<Uint8Array>,
  ): Promise<{ size: number; faults: RegionFault[] }> {
    const results = await fanOut(
      source,
      this.stores.map((store) => (bytes) => store.put(hash, bytes)),
    );
    const faults: RegionFault[] = [];
    const causes: unknown[] = [];
    const sizes: number[] = [];
    for (const [index, result] of results.entries()) {
      if (result.status === "fulfilled") {
        sizes.push(result.value);
        continue;
      }
      if (result.reason instanceof BlobHashError) throw result.reason;
      causes.push(result.reason);
      faults.push(fault(this.stores[index]?.name ?? "", hash, result.reason));
    }
    const [size] = sizes;
    if (size === undefined || sizes.length < this.quorum) throw new QuorumError(causes);
    return { size, faults };
  }

  /**
   * Reads from the first region that has the bytes intact.
   *
   * @returns the reading, and the regions before it that did not deliver
   * @throws {@link BlobRangeError} {@link NoRegionError}
   */
  async get(hash: string, range?: RangeRequest): Promise<{ reading: BlobReading; faults: RegionFault[] }> {
    const faults: RegionFault[] = [];
    for (const store of this.stores) {
      try {
        return { reading: await store.get(hash, range), faults };
      } catch (error) {
        if (error instanceof BlobRangeError) throw error;
        faults.push(fault(store.name, hash, error));
      }
    }
    throw new NoRegionError("no region has the bytes intact");
  }
}

function fault(region: string, hash: string, error: unknown): RegionFault {
  const kind =
    error instanceof BlobMissingError ? "missing" : error instanceof BlobDamagedError ? "damaged" : "failed";
  const code = errorCode(error);
  return { region, hash, kind, ...(code === undefined ? {} : { code }) };
}
