import type { Logger } from "@qti/service/logger";
import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Clock } from "../core/context.ts";
import type { Database, Queryable } from "../database/client.ts";
import { blobs, regionLeaves, regionOutbox, regionTrees } from "../records/tables.ts";
import { lockBlob } from "./blobService.ts";
import { type BlobReading, letGo } from "./blobStore.ts";
import type { Regions } from "./regions.ts";

const batch = 16;
/** How long one process may work on an entry before another one may take it. */
const leaseMs = 10 * 60_000;
const firstRetryMs = 5_000;
const lastRetryMs = 10 * 60_000;

type Entry = { hash: string; region: string; action: "put" | "delete"; attempts: number };

export type ReplicatorDeps = { db: Database; regions: Regions; clock: Clock; log: Logger };

/** Brings regions up that missed a copy or slept through a deletion. Any number of processes may run one. */
export class Replicator {
  readonly #deps: ReplicatorDeps;

  constructor(deps: ReplicatorDeps) {
    this.#deps = deps;
  }

  /** Works through everything that is due. Answers with how many entries were done and how many failed. */
  async run(signal?: AbortSignal): Promise<{ done: number; failed: number }> {
    const total = { done: 0, failed: 0 };
    for (;;) {
      const entries = await this.#take();
      for (const entry of entries) {
        if (signal?.aborted) return total;
        try {
          await (entry.action === "put" ? this.#copy(entry) : this.#delete(entry));
          total.done += 1;
        } catch (error) {
          total.failed += 1;
          this.#deps.log.warn(
            { err: error, region: entry.region, action: entry.action },
            "a region is still behind",
          );
          await this.#retryLater(entry);
        }
      }
      if (entries.length < batch) return total;
    }
  }

  async #take(): Promise<Entry[]> {
    const { db, clock } = this.#deps;
    const now = clock.now();
    return db.transaction(async (tx) => {
      const due = await tx
        .select()
        .from(regionOutbox)
        .where(lte(regionOutbox.nextAt, now))
        .orderBy(regionOutbox.nextAt)
        .limit(batch)
        .for("update", { skipLocked: true });
      if (due.length > 0) {
        await tx
          .update(regionOutbox)
          .set({ nextAt: new Date(now.getTime() + leaseMs) })
          .where(
            inArray(
              sql`(${regionOutbox.hash}, ${regionOutbox.region})`,
              due.map((row) => sql`(${row.hash}, ${row.region})`),
            ),
          );
      }
      return due;
    });
  }

  async #copy(entry: Entry): Promise<void> {
    const { db, regions } = this.#deps;
    const target = regions.store(entry.region);
    // A region that was taken out of service is owed nothing.
    if (target === undefined) return this.#done(entry);
    const [row] = await db.select({ storedAt: blobs.storedAt }).from(blobs).where(eq(blobs.hash, entry.hash));
    if (row?.storedAt) {
      const { reading } = await regions.without(target).get(entry.hash);
      // A region that is away fails before it takes the first byte.
      await target.put(entry.hash, bytesOf(reading)).finally(() => letGo(reading));
    }
    await db.transaction(async (tx) => {
      await lockBlob(tx, entry.hash);
      const [still] = await tx.select({ hash: blobs.hash }).from(blobs).where(eq(blobs.hash, entry.hash));
      // Erased while it was being copied: the copy goes as well.
      if (still === undefined) await target.delete(entry.hash);
      await tx.delete(regionOutbox).where(sameEntry(entry));
    });
  }

  async #delete(entry: Entry): Promise<void> {
    const { db, regions } = this.#deps;
    await db.transaction(async (tx) => {
      await lockBlob(tx, entry.hash);
      // Uploaded again since, or in the region's tree: what lies there now is wanted.
      if (!(await isWanted(tx, entry))) await regions.store(entry.region)?.delete(entry.hash);
      await tx.delete(regionOutbox).where(sameEntry(entry));
    });
  }

  async #done(entry: Entry): Promise<void> {
    await this.#deps.db.delete(regionOutbox).where(sameEntry(entry));
  }

  async #retryLater(entry: Entry): Promise<void> {
    const { db, clock } = this.#deps;
    const wait = Math.min(firstRetryMs * 2 ** Math.min(entry.attempts, 16), lastRetryMs);
    await db
      .update(regionOutbox)
      .set({ attempts: entry.attempts + 1, nextAt: new Date(clock.now().getTime() + wait) })
      .where(sameEntry(entry));
  }
}

/** A blob that there is, or a node of the region's tree whose writing was cut off after it was written down. */
async function isWanted(tx: Queryable, { hash, region }: Entry): Promise<boolean> {
  const one = { one: sql`1` };
  const found = await unionAll(
    tx.select(one).from(blobs).where(eq(blobs.hash, hash)),
    tx
      .select(one)
      .from(regionLeaves)
      .where(and(eq(regionLeaves.region, region), eq(regionLeaves.node, hash))),
    tx
      .select(one)
      .from(regionTrees)
      .where(and(eq(regionTrees.region, region), eq(regionTrees.root, hash))),
  );
  return found.length > 0;
}

function sameEntry(entry: Entry) {
  return and(
    eq(regionOutbox.hash, entry.hash),
    eq(regionOutbox.region, entry.region),
    eq(regionOutbox.action, entry.action),
  );
}

async function* bytesOf(reading: BlobReading): AsyncGenerator<Uint8Array> {
  if (reading.body instanceof Uint8Array) yield reading.body;
  else yield* reading.body;
}
