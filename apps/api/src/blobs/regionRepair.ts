import type { Logger } from "@qti/service/logger";
import { and, asc, eq, gt, inArray, isNotNull, lt, notExists, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Clock } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import { exclusively } from "../database/exclusive.ts";
import { blobs, erasedBlobs, regionLeaves, regionOutbox, regionTrees } from "../records/tables.ts";
import { noteErased, owe } from "./blobService.ts";
import { BlobDamagedError, BlobMissingError, type BlobStore, letGo } from "./blobStore.ts";
import type { Regions } from "./regions.ts";
import { hashesOf, leafOf, rootOf, type TreeNode } from "./regionTree.ts";

const repairLock = 0x71746938;
/** What one turn asks of one region. */
const looksATurn = 20_000;
const looksAtOnce = 8;
const readBytesATurn = 64 * 1024 * 1024;
const readsATurn = 500;
const replaysATurn = 1_000;
/** With more than this to bring up, looking for more waits. */
const owedAtMost = 10_000;
/** Longer than a node takes to be written down after it was put. */
const nodeGraceMs = 60 * 60_000;
/** How long it is remembered what was erased. A copy of a region that is older must not be put back. */
export const erasedKeptMs = 400 * 24 * 60 * 60_000;

type Tree = typeof regionTrees.$inferSelect;
type Blob = { hash: string; size: number };

export type RegionRepairDeps = {
  db: Database;
  pool: Pool;
  regions: Regions;
  clock: Clock;
  log: Logger;
  /** Called when something was found that a region owes. */
  onOwed: () => void;
};

/**
 * Finds what a region lost, changed or brought back, and writes it into the outbox.
 *
 * A store cannot list. So each region holds a tree over what it was found to hold, as blobs beside the others, and PostgreSQL
 * knows the tree's root. A region that still has the root is what it was; where PostgreSQL's own tree differs, only those leaves
 * are looked at, and of them only what is new. A region without the root was emptied or put back from a copy: leaves that it still
 * has are believed, what lies under the others is looked at one by one, and what was erased is erased again. Beside that every blob is
 * read and verified by and by, because a disk or a service can change one without a word.
 *
 * One process at a time works, a bounded piece a turn, and the next turn goes on where this one ended.
 */
export class RegionRepair {
  readonly #deps: RegionRepairDeps;

  constructor(deps: RegionRepairDeps) {
    this.#deps = deps;
  }

  /** Looks at every region. Undefined while another process does it. */
  async turn(signal?: AbortSignal): Promise<{ found: number } | undefined> {
    const { pool, regions, clock, log, onOwed } = this.#deps;
    return exclusively(pool, repairLock, async (db) => {
      const before = new Date(clock.now().getTime() - erasedKeptMs);
      await db.delete(erasedBlobs).where(lt(erasedBlobs.erasedAt, before));
      const ought = await leavesThatOught(db);
      let found = 0;
      for (const store of regions.stores) {
        if (signal?.aborted) break;
        const look = new Look(db, store, this.#deps);
        try {
          await look.compare(ought, signal);
          await look.read(signal);
        } catch (error) {
          log.warn({ err: error, region: store.name }, "a region cannot be looked through now");
        }
        found += look.found;
        if (look.found > 0) log.warn({ region: store.name, found: look.found }, "a region lacks blobs");
      }
      if (found > 0) onOwed();
      return { found };
    });
  }
}

/** One turn at one region. */
class Look {
  found = 0;
  readonly #db: Database;
  readonly #store: BlobStore;
  readonly #deps: RegionRepairDeps;
  #looks = 0;

  constructor(db: Database, store: BlobStore, deps: RegionRepairDeps) {
    this.#db = db;
    this.#store = store;
    this.#deps = deps;
  }

  async compare(ought: ReadonlyMap<string, string>, signal: AbortSignal | undefined): Promise<void> {
    await this.#store.check();
    let tree = await this.#tree();
    const known = await this.#leaves();
    if (tree.root === null || !(await this.#has(tree.root))) {
      if (tree.root !== null) {
        this.#deps.log.warn(
          { region: this.#store.name },
          "a region is not what it was; it is looked through",
        );
        tree = await this.#setTree({ root: null, wholeAt: null, replayedTo: "" });
      }
      for (const [prefix, node] of known) if (!(await this.#has(node))) known.delete(prefix);
    }
    if (tree.replayedTo !== null) await this.#eraseAgain(tree.replayedTo);

    for (const prefix of [...new Set([...ought.keys(), ...known.keys()])].sort()) {
      if (ought.get(prefix) === known.get(prefix)) continue;
      if (signal?.aborted || this.#looks >= looksATurn || (await this.#owed()) >= owedAtMost) return;
      const node = await this.#compareLeaf(prefix, known.get(prefix));
      if (node === undefined) known.delete(prefix);
      else known.set(prefix, node);
    }
    for (const [prefix, node] of ought) if (known.get(prefix) !== node) return;
    await this.#keepRoot(known, tree.root);
    await this.#setTree({ wholeAt: this.#deps.clock.now() });
  }

  /** Reads and verifies the next blobs. */
  async read(signal: AbortSignal | undefined): Promise<void> {
    const { scrubbedTo } = await this.#tree();
    const next = await this.#db
      .select({ hash: blobs.hash, size: blobs.size })
      .from(blobs)
      .where(and(isNotNull(blobs.storedAt), gt(blobs.hash, scrubbedTo), notExists(this.#outboxOf())))
      .orderBy(asc(blobs.hash))
      .limit(readsATurn);
    let bytes = 0;
    let last = scrubbedTo;
    for (const { hash, size } of next) {
      if (signal?.aborted || bytes > readBytesATurn) break;
      try {
        await letGo(await this.#store.get(hash));
      } catch (error) {
        if (!(error instanceof BlobMissingError || error instanceof BlobDamagedError)) throw error;
        await this.#owe([hash]);
      }
      bytes += size;
      last = hash;
    }
    const end = next.length < readsATurn && last === (next.at(-1)?.hash ?? scrubbedTo);
    await this.#setTree({ scrubbedTo: end ? "" : last });
  }

  /**
   * Looks at what is new in a leaf, and answers with the leaf that the region holds then: the one that it ought to have once nothing
   * of it is owed, else the one before.
   */
  async #compareLeaf(prefix: string, before: string | undefined): Promise<string | undefined> {
    const among = await this.#db
      .select({ hash: blobs.hash, size: blobs.size })
      .from(blobs)
      .where(and(isNotNull(blobs.storedAt), inPrefix(blobs.hash, prefix)));
    const trusted = new Set(before === undefined ? [] : await this.#hashesIn(before));
    const owed = await this.#owedIn(prefix);
    const wanted = new Set(among.map(({ hash }) => hash));
    await this.#lookAt(among.filter(({ hash }) => !trusted.has(hash) && !owed.has(hash)));
    await this.#lookForErased([...trusted].filter((hash) => !wanted.has(hash)));
    if ((await this.#owedIn(prefix)).size > 0) return before;
    if (among.length === 0) {
      await this.#dropLeaf(prefix, before);
      return undefined;
    }
    const leaf = leafOf([...wanted]);
    await this.#keepNode(leaf, before, async () => {
      await this.#db
        .insert(regionLeaves)
        .values({ region: this.#store.name, prefix, node: leaf.hash })
        .onConflictDoUpdate({
          target: [regionLeaves.region, regionLeaves.prefix],
          set: { node: leaf.hash },
        });
    });
    return leaf.hash;
  }

  /** Writes down what the region lacks of these, by presence and size. */
  async #lookAt(wanted: readonly Blob[]): Promise<void> {
    for (let at = 0; at < wanted.length; at += looksAtOnce) {
      const some = wanted.slice(at, at + looksAtOnce);
      const sizes = await Promise.all(some.map(({ hash }) => this.#store.head(hash)));
      this.#looks += some.length;
      await this.#owe(some.filter(({ size }, index) => sizes[index] !== size).map(({ hash }) => hash));
    }
  }

  /** What was in the leaf before and ought to be nowhere is gone by now, unless the region slept through that. */
  async #lookForErased(hashes: readonly string[]): Promise<void> {
    const back: string[] = [];
    for (const hash of hashes) {
      this.#looks += 1;
      if ((await this.#store.head(hash)) !== undefined) back.push(hash);
    }
    await this.#oweErasure(back);
  }

  async #eraseAgain(after: string): Promise<void> {
    const page = await this.#db
      .select({ hash: erasedBlobs.hash })
      .from(erasedBlobs)
      .where(gt(erasedBlobs.hash, after))
      .orderBy(asc(erasedBlobs.hash))
      .limit(replaysATurn);
    await this.#oweErasure(page.map(({ hash }) => hash));
    const end = page.length < replaysATurn;
    await this.#setTree({ replayedTo: end ? null : (page.at(-1)?.hash ?? null) });
  }

  /**
   * Puts a node into the region, lets `record` write it down and the one that it replaces go. Its erasure is owed until it is written
   * down, so that a process which dies in between leaves nothing behind for ever.
   */
  async #keepNode(node: TreeNode, before: string | null | undefined, record: () => Promise<unknown>) {
    const { clock } = this.#deps;
    const region = this.#store.name;
    const nextAt = new Date(clock.now().getTime() + nodeGraceMs);
    await this.#db
      .insert(regionOutbox)
      .values({ hash: node.hash, region, action: "delete", nextAt })
      .onConflictDoUpdate({ target: [regionOutbox.hash, regionOutbox.region], set: { nextAt } });
    await this.#store.put(node.hash, once(node.bytes));
    await record();
    await this.#db.delete(erasedBlobs).where(eq(erasedBlobs.hash, node.hash));
    await this.#db
      .delete(regionOutbox)
      .where(
        and(
          eq(regionOutbox.hash, node.hash),
          eq(regionOutbox.region, region),
          eq(regionOutbox.action, "delete"),
        ),
      );
    if (before && before !== node.hash) {
      await noteErased(this.#db, [before], clock.now());
      await this.#oweErasure([before]);
    }
  }

  /** A region that holds nothing has no root either. */
  async #keepRoot(leaves: ReadonlyMap<string, string>, before: string | null): Promise<void> {
    if (leaves.size > 0) {
      const root = rootOf(leaves);
      if (root.hash !== before) await this.#keepNode(root, before, () => this.#setTree({ root: root.hash }));
      return;
    }
    if (before === null) return;
    await this.#setTree({ root: null });
    await noteErased(this.#db, [before], this.#deps.clock.now());
    await this.#oweErasure([before]);
  }

  async #dropLeaf(prefix: string, node: string | undefined): Promise<void> {
    const { name } = this.#store;
    await this.#db
      .delete(regionLeaves)
      .where(and(eq(regionLeaves.region, name), eq(regionLeaves.prefix, prefix)));
    if (node === undefined) return;
    await noteErased(this.#db, [node], this.#deps.clock.now());
    await this.#oweErasure([node]);
  }

  async #owe(hashes: readonly string[]): Promise<void> {
    const faults = hashes.map((hash) => ({ hash, region: this.#store.name }));
    await owe(this.#db, faults, this.#deps.clock.now());
    this.found += hashes.length;
  }

  async #oweErasure(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    const kept = await this.#db
      .select({ hash: blobs.hash })
      .from(blobs)
      .where(inArray(blobs.hash, [...hashes]));
    const wanted = new Set(kept.map(({ hash }) => hash));
    const rows = hashes
      .filter((hash) => !wanted.has(hash))
      .map((hash) => ({
        hash,
        region: this.#store.name,
        action: "delete" as const,
        nextAt: this.#deps.clock.now(),
      }));
    // A copy that is owed stays owed: whether the blob is still wanted is asked again when it is made.
    if (rows.length > 0) await this.#db.insert(regionOutbox).values(rows).onConflictDoNothing();
  }

  async #has(node: string): Promise<boolean> {
    this.#looks += 1;
    return (await this.#store.head(node)) !== undefined;
  }

  /** Nothing when the leaf cannot be read: then nothing under it is believed. */
  async #hashesIn(node: string): Promise<string[]> {
    try {
      const { body } = await this.#store.get(node);
      const parts: Uint8Array[] = [];
      if (body instanceof Uint8Array) parts.push(body);
      else for await (const part of body) parts.push(part);
      return hashesOf(Buffer.concat(parts));
    } catch (error) {
      if (error instanceof BlobMissingError || error instanceof BlobDamagedError) return [];
      throw error;
    }
  }

  async #tree(): Promise<Tree> {
    const [tree] = await this.#db.select().from(regionTrees).where(eq(regionTrees.region, this.#store.name));
    return tree ?? { region: this.#store.name, root: null, wholeAt: null, scrubbedTo: "", replayedTo: null };
  }

  async #setTree(set: Partial<Tree>): Promise<Tree> {
    await this.#db
      .insert(regionTrees)
      .values({ region: this.#store.name, ...set })
      .onConflictDoUpdate({ target: regionTrees.region, set });
    return this.#tree();
  }

  async #leaves(): Promise<Map<string, string>> {
    const rows = await this.#db
      .select({ prefix: regionLeaves.prefix, node: regionLeaves.node })
      .from(regionLeaves)
      .where(eq(regionLeaves.region, this.#store.name));
    return new Map(rows.map(({ prefix, node }) => [prefix, node]));
  }

  async #owed(): Promise<number> {
    return this.#db.$count(regionOutbox, eq(regionOutbox.region, this.#store.name));
  }

  async #owedIn(prefix: string): Promise<Set<string>> {
    const rows = await this.#db
      .select({ hash: regionOutbox.hash })
      .from(regionOutbox)
      .where(
        and(
          eq(regionOutbox.region, this.#store.name),
          eq(regionOutbox.action, "put"),
          inPrefix(regionOutbox.hash, prefix),
        ),
      );
    return new Set(rows.map(({ hash }) => hash));
  }

  #outboxOf() {
    return this.#db
      .select({ one: sql`1` })
      .from(regionOutbox)
      .where(and(eq(regionOutbox.hash, blobs.hash), eq(regionOutbox.region, this.#store.name)));
  }
}

/** Leaves of the tree that every region ought to have, computed by the database a sixteenth at a time. */
async function leavesThatOught(db: Database): Promise<Map<string, string>> {
  const leaves = new Map<string, string>();
  for (const digit of "0123456789abcdef") {
    const { rows } = await db.execute<{ prefix: string; node: string }>(sql`
      select left(${blobs.hash}, 2) as prefix,
        encode(sha256(string_agg(decode(${blobs.hash}, 'hex'), ''::bytea order by ${blobs.hash} collate "C")), 'hex') as node
      from ${blobs}
      where ${blobs.storedAt} is not null and ${inPrefix(blobs.hash, digit)}
      group by 1
    `);
    for (const { prefix, node } of rows) leaves.set(prefix, node);
  }
  return leaves;
}

/** Hashes that begin with these digits, in a form that an index serves. */
function inPrefix(column: typeof blobs.hash | typeof regionOutbox.hash, prefix: string) {
  return sql`${column} >= ${prefix} and ${column} <= ${prefix + "f".repeat(64 - prefix.length)}`;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
