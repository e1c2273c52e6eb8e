import type { Logger } from "@qti/service/logger";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import { readAsAccount } from "../database/asAccount.ts";
import type { Database, Queryable } from "../database/client.ts";
import {
  blobHolders,
  blobs,
  erasedBlobs,
  publishedKeys,
  recordBlobs,
  recordReaders,
  records,
  regionOutbox,
} from "../records/tables.ts";
import { BlobHashError, BlobRangeError, type BlobReading, letGo, type RangeRequest } from "./blobStore.ts";
import { NoRegionError, QuorumError, type RegionFault, type Regions } from "./regions.ts";
import { type Upload, UploadsInFlight } from "./uploadsInFlight.ts";

type Account = `0x${string}`;

export type BlobServiceDeps = {
  db: Database;
  regions: Regions;
  clock: Clock;
  log: Logger;
  /** Bytes that one account may keep, headers included. */
  quotaBytes: number;
  /** Called when a region owes something, so that it is brought up soon. */
  onOwed: () => void;
};

/** Serialises everything that decides about one blob, across processes, until the transaction ends. */
export async function lockBlob(tx: Queryable, hash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`blob:${hash}`}, 0))`);
}

/** Serialises what counts against one account's quota. */
export async function lockAccount(tx: Queryable, account: Account): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`account:${account}`}, 0))`);
}

/** Bytes that count against the quota: blobs the account uploaded and headers of its records. */
export async function usedBytes(db: Queryable, account: Account): Promise<number> {
  const { rows } = await db.execute<{ bytes: string }>(sql`
    select
      (
        select coalesce(sum(${blobs.size}), 0) from ${blobHolders}
        join ${blobs} on ${blobs.hash} = ${blobHolders.hash}
        where ${blobHolders.account} = ${account}
      ) + (
        select coalesce(sum(${records.headerBytes}), 0) from ${records} where ${records.owner} = ${account}
      ) as bytes
  `);
  return Number(rows[0]?.bytes ?? 0);
}

/** Blobs as accounts see them: who may read, what it costs, and what the regions still owe. */
export class BlobService {
  readonly #deps: BlobServiceDeps;
  readonly #uploads = new UploadsInFlight();

  constructor(deps: BlobServiceDeps) {
    this.#deps = deps;
  }

  /**
   * Stores what the account sends under its hash. Uploading the same bytes again, also after a lost answer, changes nothing.
   *
   * The row is there before the first byte, so that a crash in between leaves nothing that the collector could not find.
   *
   * @throws {@link ProblemError} `hash-mismatch`, `quota-exceeded`, `rate-limited`, `too-large`, `storage-full`,
   * `storage-unavailable`
   */
  async put(
    account: Account,
    hash: string,
    source: AsyncIterable<Uint8Array>,
    announced: number,
  ): Promise<number> {
    const upload = this.#uploads.begin(account);
    try {
      return await this.#put(account, hash, source, announced, upload);
    } finally {
      this.#uploads.end(account, upload);
    }
  }

  async #put(
    account: Account,
    hash: string,
    source: AsyncIterable<Uint8Array>,
    announced: number,
    upload: Upload,
  ): Promise<number> {
    const { db, regions, clock, log, quotaBytes, onOwed } = this.#deps;
    const [held] = await db
      .select({ hash: blobHolders.hash })
      .from(blobHolders)
      .where(and(eq(blobHolders.account, account), eq(blobHolders.hash, hash)));
    const used = await usedBytes(db, account);
    const claim = (bytes: number): void => {
      // What the account already pays for costs nothing a second time.
      if (held !== undefined || bytes <= upload.bytes) return;
      upload.bytes = bytes;
      if (used + this.#uploads.bytes(account) > quotaBytes) throw quotaExceeded(quotaBytes, used);
    };
    claim(announced);

    await db.transaction(async (tx) => {
      await lockBlob(tx, hash);
      // A row that is there stays as it is until the bytes are verified: knowing a hash must not keep somebody else's bytes alive.
      await tx.insert(blobs).values({ hash, size: 0, touchedAt: clock.now() }).onConflictDoNothing();
    });

    let written: { size: number; faults: RegionFault[] };
    try {
      written = await regions.put(hash, claiming(source, claim));
    } catch (error) {
      if (error instanceof BlobHashError) throw new ProblemError("hash-mismatch", { cause: error });
      if (error instanceof QuorumError) {
        throw new ProblemError(error.outOfSpace ? "storage-full" : "storage-unavailable", {
          cause: error,
          headers: { "retry-after": "30" },
        });
      }
      throw error;
    }

    const outcome = await db.transaction(async (tx) => {
      await lockAccount(tx, account);
      await lockBlob(tx, hash);
      const [row] = await tx
        .select({ hash: blobs.hash })
        .from(blobs)
        .where(eq(blobs.hash, hash))
        .for("no key update");
      if (row === undefined) {
        // Erased while the bytes arrived, before or after they lay there: without the row nobody would ever find them.
        await this.#deleteEverywhere(tx, hash);
        return "erased";
      }
      // The row may also be that of a later upload of the same bytes, which has not written any yet.
      if (!(await this.#isKept(hash, written))) return "erased";
      // Asked again: the account may have let go of the blob while the bytes arrived. The row stays until the end.
      const [still] = await tx
        .select({ hash: blobHolders.hash })
        .from(blobHolders)
        .where(and(eq(blobHolders.account, account), eq(blobHolders.hash, hash)))
        .for("update");
      if (still === undefined) {
        const usedNow = await usedBytes(tx, account);
        if (usedNow + written.size > quotaBytes) return "refused";
      }
      const now = clock.now();
      await tx
        .update(blobs)
        .set({
          size: written.size,
          touchedAt: now,
          storedAt: sql`coalesce(${blobs.storedAt}, ${now.toISOString()})`,
        })
        .where(eq(blobs.hash, hash));
      await tx
        .insert(blobHolders)
        .values({ account, hash, touchedAt: now })
        .onConflictDoUpdate({ target: [blobHolders.account, blobHolders.hash], set: { touchedAt: now } });
      // Every region was just written to; only those that failed owe something now.
      await tx.delete(regionOutbox).where(eq(regionOutbox.hash, hash));
      await owe(tx, written.faults, now);
      return "kept";
    });
    if (outcome === "erased") {
      onOwed();
      throw new ProblemError("storage-unavailable", {
        detail: "The same bytes were erased while they arrived.",
        headers: { "retry-after": "1" },
      });
    }
    if (outcome === "refused") {
      // Nobody pays for these bytes: they do not lie about until the collector comes, which erases them if this fails.
      await this.eraseUnreferenced([hash]).catch((error: unknown) =>
        log.warn({ err: error }, "the bytes of a refused upload are left to the collector"),
      );
      throw quotaExceeded(quotaBytes, used);
    }
    this.#report(written.faults);
    return written.size;
  }

  /**
   * Reads a blob for an account that uploaded it, owns a record with it, is a reader of one, or holds a role that reaches its space.
   *
   * @throws {@link ProblemError} `not-found`, `range-not-satisfiable`, `blob-unavailable`
   */
  async get(
    account: Account,
    hash: string,
    range?: RangeRequest,
    spaces: readonly string[] = [],
  ): Promise<BlobReading> {
    const { db, regions, clock } = this.#deps;
    await this.head(account, hash, spaces);
    try {
      const { reading, faults } = await regions.get(hash, range);
      if (faults.length > 0) {
        await owe(db, faults, clock.now()).catch(async (error: unknown) => {
          await letGo(reading);
          throw error;
        });
        this.#report(faults);
      }
      return reading;
    } catch (error) {
      if (error instanceof BlobRangeError) {
        throw new ProblemError("range-not-satisfiable", {
          headers: { "content-range": `bytes */${error.size}` },
        });
      }
      if (error instanceof NoRegionError) {
        throw new ProblemError("blob-unavailable", { cause: error, headers: { "retry-after": "30" } });
      }
      throw error;
    }
  }

  /** Size of a blob that the account may read. @throws {@link ProblemError} `not-found` */
  async head(account: Account, hash: string, spaces: readonly string[] = []): Promise<number> {
    const { db } = this.#deps;
    const [row] = await readAsAccount(db, { account, spaces }, (tx) =>
      tx
        .select({ size: blobs.size })
        .from(blobs)
        .where(
          and(
            eq(blobs.hash, hash),
            sql`${blobs.storedAt} is not null`,
            sql`(
            exists (
              select 1 from ${blobHolders}
              where ${blobHolders.hash} = ${hash} and ${blobHolders.account} = ${account}
            )
            or exists (
              select 1 from ${recordBlobs}
              join ${records} on ${records.id} = ${recordBlobs.recordId}
              where ${recordBlobs.hash} = ${hash}
                and (
                  ${records.owner} = ${account}
                  or ${inArray(records.space, [...spaces])}
                  or exists (
                    select 1 from ${recordReaders}
                    join ${publishedKeys} on ${publishedKeys.fingerprint} = ${recordReaders.fingerprint}
                    where ${recordReaders.recordId} = ${records.id} and ${publishedKeys.account} = ${account}
                  )
                )
            )
          )`,
          ),
        ),
    );
    if (row === undefined) throw new ProblemError("not-found");
    return row.size;
  }

  /**
   * Erases blobs that no record names and no account holds. Regions that do not answer owe the deletion.
   */
  async eraseUnreferenced(hashes: readonly string[]): Promise<number> {
    const { db, clock, onOwed } = this.#deps;
    let erased = 0;
    let owed = false;
    for (const hash of hashes) {
      await db.transaction(async (tx) => {
        await lockBlob(tx, hash);
        // Waits for records that are just being written with this blob, and makes later ones wait for what is decided here.
        await tx.select({ hash: blobs.hash }).from(blobs).where(eq(blobs.hash, hash)).for("update");
        const gone = await tx
          .delete(blobs)
          .where(
            and(
              eq(blobs.hash, hash),
              sql`not exists (select 1 from ${recordBlobs} where ${recordBlobs.hash} = ${hash})`,
              sql`not exists (select 1 from ${blobHolders} where ${blobHolders.hash} = ${hash})`,
            ),
          )
          .returning({ hash: blobs.hash });
        if (gone.length === 0) return;
        await noteErased(tx, [hash], clock.now());
        // The files go while the lock is held: an upload of the same bytes starts after it and finds a clean slate.
        if (await this.#deleteEverywhere(tx, hash)) owed = true;
        erased += 1;
      });
    }
    if (owed) onOwed();
    return erased;
  }

  /**
   * Hashes among `hashes` that the account may put into a record, with their sizes: it uploaded them, or the record has them
   * already. Naming somebody else's hash must not be a way to its bytes. They cannot be erased until the transaction ends.
   */
  async usable(
    tx: Queryable,
    account: Account,
    recordId: string,
    hashes: readonly string[],
  ): Promise<Map<string, number>> {
    const rows = await tx
      .select({ hash: blobs.hash, size: blobs.size })
      .from(blobs)
      .where(
        and(
          inArray(blobs.hash, [...hashes]),
          sql`${blobs.storedAt} is not null`,
          sql`(
            exists (
              select 1 from ${blobHolders}
              where ${blobHolders.hash} = ${blobs.hash} and ${blobHolders.account} = ${account}
            )
            or exists (
              select 1 from ${recordBlobs}
              where ${recordBlobs.hash} = ${blobs.hash} and ${recordBlobs.recordId} = ${recordId}
            )
          )`,
        ),
      )
      .for("key share", { of: blobs });
    return new Map(rows.map((row) => [row.hash, row.size]));
  }

  /** Deletes the files, under the lock of the blob. Regions that do not answer owe it; answers whether one does. */
  async #deleteEverywhere(tx: Queryable, hash: string): Promise<boolean> {
    const { regions, clock } = this.#deps;
    const results = await Promise.allSettled(regions.stores.map((store) => store.delete(hash)));
    await tx.delete(regionOutbox).where(eq(regionOutbox.hash, hash));
    const late = regions.stores.filter((_, index) => results[index]?.status === "rejected");
    if (late.length === 0) return false;
    const nextAt = clock.now();
    await tx
      .insert(regionOutbox)
      .values(late.map(({ name }) => ({ hash, region: name, action: "delete" as const, nextAt })));
    return true;
  }

  /** Whether the regions still have what was just written, as many as have to. */
  async #isKept(hash: string, { size, faults }: { size: number; faults: readonly RegionFault[] }) {
    const { regions } = this.#deps;
    const wrote = regions.stores.filter((store) => faults.every((fault) => fault.region !== store.name));
    const sizes = await Promise.allSettled(wrote.map((store) => store.head(hash)));
    const kept = sizes.filter((found) => found.status === "fulfilled" && found.value === size);
    return kept.length >= regions.quorum;
  }

  #report(faults: readonly RegionFault[]): void {
    if (faults.length === 0) return;
    const { log, onOwed } = this.#deps;
    for (const { region, kind, code } of faults)
      log.warn({ region, kind, code }, "a region did not do its part");
    onOwed();
  }
}

/** Remembers that these bytes are to be nowhere. */
export async function noteErased(tx: Queryable, hashes: readonly string[], now: Date): Promise<void> {
  if (hashes.length === 0) return;
  await tx
    .insert(erasedBlobs)
    .values(hashes.map((hash) => ({ hash, erasedAt: now })))
    .onConflictDoUpdate({ target: erasedBlobs.hash, set: { erasedAt: now } });
}

/** Writes down that regions need a copy. */
export async function owe(
  tx: Queryable,
  faults: readonly Pick<RegionFault, "hash" | "region">[],
  now: Date,
): Promise<void> {
  if (faults.length === 0) return;
  await tx
    .insert(regionOutbox)
    .values(faults.map(({ hash, region }) => ({ hash, region, action: "put" as const, nextAt: now })))
    .onConflictDoUpdate({
      target: [regionOutbox.hash, regionOutbox.region],
      set: { action: "put", attempts: 0, nextAt: now },
    });
}

function quotaExceeded(quotaBytes: number, used: number): ProblemError {
  return new ProblemError("quota-exceeded", { extensions: { limit: quotaBytes, used } });
}

/** Claims room for every chunk before it is passed on. */
async function* claiming(
  source: AsyncIterable<Uint8Array>,
  claim: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    claim(size);
    yield chunk;
  }
}
