import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import { derive, openBytes, sealBytes } from "../core/sealing.ts";
import type { ShredDatabase } from "./shredDatabase.ts";
import { shredKeys, shredTombstones } from "./shredTables.ts";

/** For how long an erasure is remembered: longer than any backup of the main database may be kept. */
export const tombstoneDays = 400;
const dayMs = 86_400_000;

/** A key of one person, under which the headers and salts of their records lie. */
export type ShredKey = { id: string; key: Uint8Array };

/** An erasure that happened. */
export type Tombstone = { id: string; subject: string; destroyedAt: Date };

/**
 * The keys whose destruction is the erasure of what they sealed. They lie in a database of their own and nowhere else; no process keeps
 * one, so that the moment in which a row is gone is the moment in which the key is.
 */
export class ShredKeys {
  readonly #db: ShredDatabase;
  readonly #clock: Clock;
  readonly #wrapping: Uint8Array;
  readonly #naming: Uint8Array;

  /** @param secret 32 bytes, `QTI_SHRED_KEY` */
  constructor(db: ShredDatabase, clock: Clock, secret: Uint8Array) {
    this.#db = db;
    this.#clock = clock;
    this.#wrapping = derive(secret, "qti/shred/keys/v1");
    this.#naming = derive(secret, "qti/shred/subjects/v1");
  }

  /** By what the store knows an account. */
  subjectOf(account: string): string {
    return createHmac("sha256", this.#naming).update(account).digest("hex");
  }

  /** The account's key, made when there is none. Ask under the account's lock, or an erasure may destroy it before it was used. */
  async keyOf(account: string): Promise<ShredKey> {
    const subject = this.subjectOf(account);
    const own = eq(shredKeys.subject, subject);
    const [known] = await this.#db.select().from(shredKeys).where(own);
    if (known !== undefined) return this.#unwrap(known);
    const id = randomUUID();
    const wrapped = sealBytes(this.#wrapping, boundTo(id, subject), randomBytes(32));
    await this.#db
      .insert(shredKeys)
      .values({ id, subject, wrapped, createdAt: this.#clock.now() })
      .onConflictDoNothing();
    const [row] = await this.#db.select().from(shredKeys).where(own);
    if (row === undefined)
      throw new Error("The key of a person was destroyed while it was being made; write again.");
    return this.#unwrap(row);
  }

  /** Those of the keys that are still there. */
  async find(ids: readonly string[]): Promise<Map<string, Uint8Array>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db
      .select()
      .from(shredKeys)
      .where(inArray(shredKeys.id, [...ids]));
    return new Map(rows.map((row) => [row.id, this.#unwrap(row).key]));
  }

  /** Destroys the account's key, and remembers that it was. Twice is as good as once. */
  async destroy(account: string, erasure: string): Promise<void> {
    const subject = this.subjectOf(account);
    await this.#db.transaction(async (tx) => {
      await tx.delete(shredKeys).where(eq(shredKeys.subject, subject));
      await tx
        .insert(shredTombstones)
        .values({ id: erasure, subject, destroyedAt: this.#clock.now() })
        .onConflictDoNothing();
    });
  }

  /** Takes rows that were deleted off the disk, and forgets erasures that no backup can undo any more. */
  async sweep(): Promise<void> {
    const oldest = new Date(this.#clock.now().getTime() - tombstoneDays * dayMs);
    await this.#db.delete(shredTombstones).where(lt(shredTombstones.destroyedAt, oldest));
    await this.#db.execute(sql`vacuum ${shredKeys}`);
  }

  /** Erasures after an id, in the order of their ids. */
  async tombstones(after: string, limit: number): Promise<Tombstone[]> {
    return this.#db
      .select()
      .from(shredTombstones)
      .where(and(gt(shredTombstones.id, after)))
      .orderBy(shredTombstones.id)
      .limit(limit);
  }

  #unwrap({ id, subject, wrapped }: typeof shredKeys.$inferSelect): ShredKey {
    return { id, key: openBytes(this.#wrapping, boundTo(id, subject), wrapped) };
  }
}

const boundTo = (id: string, subject: string) => `${id}:${subject}`;
