import {
  completedBy,
  consistencyRanges,
  foldNodes,
  hashNode,
  inclusionRanges,
  type NodePlace,
  nodesOf,
  type Range,
  rootOf,
} from "@qti/sdk/records/log";
import type { ConsistencyProof, InclusionProof } from "@qti/sdk/records/wire";
import { and, asc, eq, lt, or, sql } from "drizzle-orm";
import type { Queryable } from "../database/client.ts";
import { logNodes, logState } from "./tables.ts";

type Hash = Uint8Array<ArrayBuffer>;

/** A part of the tree is not where it has to be. */
export class LogNodeMissingError extends Error {
  override name = "LogNodeMissingError";

  constructor({ level, index }: NodePlace) {
    super(
      `The log has no node ${index} at level ${level}. Restore its tables from a backup; nothing may be appended before.`,
    );
  }
}

/**
 * Appends a leaf in the caller's transaction and answers with its number: both are there afterwards, or neither is. Until that
 * transaction ends every other append waits, in whichever process it is, so call it last.
 */
export async function appendLeaf(tx: Queryable, leafHash: Hash): Promise<number> {
  const [state] = await tx
    .insert(logState)
    .values({ id: 1, size: 1 })
    .onConflictDoUpdate({ target: logState.id, set: { size: sql`${logState.size} + 1` } })
    .returning();
  const index = (state?.size ?? 1) - 1;
  const pairs = completedBy(index);
  const lefts = await readNodes(
    tx,
    pairs.map(({ left }) => left),
  );
  const nodes = [{ level: 0, index, hash: leafHash }];
  let hash = leafHash;
  for (const [at, { completed }] of pairs.entries()) {
    hash = await hashNode(lefts[at] ?? hash, hash);
    nodes.push({ ...completed, hash });
  }
  await tx.insert(logNodes).values(nodes);
  return index;
}

/** Leaves of the log. */
export async function logSize(tx: Queryable): Promise<number> {
  const [state] = await tx.select().from(logState);
  return state?.size ?? 0;
}

/** The root when the log had so many leaves. */
export async function readRoot(tx: Queryable, size: number): Promise<Hash> {
  if (size === 0) return rootOf([]);
  const [root] = await readRanges(tx, [{ start: 0, end: size }]);
  return root ?? rootOf([]);
}

/** That a leaf was in the log when it had so many leaves; undefined when it was not. */
export async function proveLeaf(
  tx: Queryable,
  hash: Hash,
  size: number,
): Promise<InclusionProof | undefined> {
  const [leaf] = await tx
    .select({ index: logNodes.index })
    .from(logNodes)
    .where(and(eq(logNodes.level, 0), eq(logNodes.hash, hash), lt(logNodes.index, size)))
    .orderBy(asc(logNodes.index))
    .limit(1);
  return leaf === undefined ? undefined : proveIndex(tx, leaf.index, size);
}

export async function proveIndex(tx: Queryable, index: number, size: number): Promise<InclusionProof> {
  return { index, size, hashes: await readProof(tx, inclusionRanges(index, size)) };
}

/** That the log of `to` leaves begins with that of `from`. */
export async function proveConsistency(tx: Queryable, from: number, to: number): Promise<ConsistencyProof> {
  return { from, to, hashes: await readProof(tx, consistencyRanges(from, to)) };
}

async function readProof(tx: Queryable, ranges: readonly Range[]): Promise<string[]> {
  return (await readRanges(tx, ranges)).map((hash) => Buffer.from(hash).toString("hex"));
}

/** The roots of parts of the tree, by one query for few rows, however long the log is. */
async function readRanges(tx: Queryable, ranges: readonly Range[]): Promise<Hash[]> {
  const parts = ranges.map(nodesOf);
  const hashes = await readNodes(tx, parts.flat());
  return Promise.all(parts.map((places) => foldNodes(hashes.splice(0, places.length))));
}

async function readNodes(tx: Queryable, places: readonly NodePlace[]): Promise<Hash[]> {
  if (places.length === 0) return [];
  const rows = await tx
    .select()
    .from(logNodes)
    .where(
      or(...places.map(({ level, index }) => and(eq(logNodes.level, level), eq(logNodes.index, index)))),
    );
  const found = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, new Uint8Array(hash)]));
  return places.map((place) => {
    const hash = found.get(`${place.level}/${place.index}`);
    if (hash === undefined) throw new LogNodeMissingError(place);
    return hash;
  });
}
