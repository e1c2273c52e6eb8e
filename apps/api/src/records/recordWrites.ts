import { recordLeafHash, tombstoneLeafHash } from "@qti/sdk/records/log";
import {
  type AttachmentRef,
  type PutHeaderBody,
  type PutRecordBody,
  type RecordRow,
  recordEtag,
  recordLimits,
} from "@qti/sdk/records/wire";
import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { type BlobService, lockAccount, usedBytes } from "../blobs/blobService.ts";
import type { Clock } from "../core/context.ts";
import { type FieldError, ProblemError } from "../core/problem.ts";
import { asOwner } from "../database/asAccount.ts";
import type { Database, Queryable } from "../database/client.ts";
import { appendLeaf } from "../log/logStore.ts";
import { checkHeader } from "./checkHeader.ts";
import type { HeaderStore } from "./headerStore.ts";
import { keysByFingerprint } from "./keyStore.ts";
import { complete } from "./recordReads.ts";
import { blobHolders, blobs, deletedRecords, recordBlobs, recordReaders, records } from "./tables.ts";

type Account = `0x${string}`;
type Row = typeof records.$inferSelect;

/** What a write expects to find: nothing, or the record with this entity tag. */
export type Expectation = { kind: "absent" } | { kind: "etag"; etag: string };

export type RecordWriteDeps = {
  db: Database;
  headers: HeaderStore;
  blobs: BlobService;
  clock: Clock;
  quotaBytes: number;
};

/** Creates a record or replaces it by its next version, all of it or nothing. */
export async function putRecord(
  deps: RecordWriteDeps,
  account: Account,
  id: string,
  body: PutRecordBody,
  expected: Expectation,
): Promise<{ record: RecordRow; created: boolean }> {
  const header = checkHeader(body.header, body.readers.length);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    // Also keeps two writes of one account from each using the last of its quota.
    await lockAccount(tx, account);
    const facts = {
      suite: body.suite,
      version: body.version,
      author: body.author,
      manifestHash: body.manifestHash,
      // It lies beside the header, sealed.
      leafSalt: null,
      headerBytes: header.byteLength,
      updatedAt: now,
    };
    const begun = await asOwner(tx, account, async () => {
      if (expected.kind === "absent") {
        const inserted = await tx
          .insert(records)
          .values({ id, owner: account, space: body.space, revision: 0, createdAt: now, ...facts })
          .onConflictDoNothing()
          .returning({ id: records.id });
        if (inserted.length > 0) return { before: undefined };
        const current = await lockRecord(tx, account, id);
        if (current === undefined) throw new ProblemError("record-conflict");
        return { answered: await repeated(tx, deps.headers, current, body) };
      }
      const current = await lockRecord(tx, account, id);
      if (current === undefined) throw new ProblemError("not-found");
      if (recordEtag(current) !== expected.etag)
        return { answered: await repeated(tx, deps.headers, current, body) };
      const problems: FieldError[] = [];
      if (body.version !== current.version + 1) {
        problems.push({ field: "version", message: `the next version is ${current.version + 1}` });
      }
      if (body.space !== current.space)
        problems.push({ field: "space", message: `the record lies in ${current.space}` });
      if (problems.length > 0) throw invalid(problems);
      const [before] = await complete(tx, deps.headers, [current]);
      await tx
        .update(records)
        .set({ ...facts, revision: 0 })
        .where(eq(records.id, id));
      return { before };
    });
    if (begun.answered !== undefined) return begun.answered;
    const { before } = begun;
    if (expected.kind === "absent") {
      // Looked up after the insert, which waited for a deletion of the same id that was under way.
      const [tombstone] = await tx.select().from(deletedRecords).where(eq(deletedRecords.id, id));
      if (tombstone !== undefined) throw new ProblemError("record-deleted");
      if (body.version !== 1) throw invalid([{ field: "version", message: "a new record starts at 1" }]);
    }
    await checkReaders(tx, account, body, before?.readers);
    const named = await checkBlobs(tx, deps, account, id, body);
    const dropped = await asOwner(tx, account, async () => {
      await writeReaders(tx, id, body.readers, before !== undefined);
      const dropped = await writeBlobs(tx, account, id, named, before !== undefined, now);
      await deps.headers.write(tx, account, id, { header, leafSalt: body.leafSalt });
      return dropped;
    });
    await touchBlobs(tx, dropped, now);
    await checkQuota(tx, deps.quotaBytes, account);
    // Last: it holds up every other write until this one ends.
    const leafIndex = await appendLeaf(tx, await recordLeafHash({ id, ...body }));
    await asOwner(tx, account, () => tx.update(records).set({ leafIndex }).where(eq(records.id, id)));
    const record = {
      ...body,
      id,
      owner: account,
      header: toBase64(header),
      revision: 0,
      createdAt: before?.createdAt ?? now.toISOString(),
      updatedAt: now.toISOString(),
    };
    return { record, created: before === undefined };
  });
}

/** Gives the same payload another header: sharing, and taking a reader off the list. */
export async function putHeader(
  deps: RecordWriteDeps,
  account: Account,
  id: string,
  body: PutHeaderBody,
  etag: string,
): Promise<RecordRow> {
  const header = checkHeader(body.header, body.readers.length);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await lockAccount(tx, account);
    const { current, before } = await asOwner(tx, account, async () => {
      const current = await lockRecord(tx, account, id);
      const [before] = await complete(tx, deps.headers, current === undefined ? [] : [current]);
      return { current, before };
    });
    if (current === undefined || before === undefined) throw new ProblemError("not-found");
    if (recordEtag(current) !== etag || current.version !== body.version) {
      const same =
        before.version === body.version &&
        before.header === body.header &&
        sameList(before.readers, body.readers);
      if (same) return before;
      throw conflict(current);
    }
    await checkReaders(tx, account, { readers: body.readers }, before.readers);
    const revision = current.revision + 1;
    await asOwner(tx, account, async () => {
      await tx
        .update(records)
        .set({ revision, headerBytes: header.byteLength, leafSalt: null, updatedAt: now })
        .where(eq(records.id, id));
      await writeReaders(tx, id, body.readers, true);
      await deps.headers.write(tx, account, id, { header, leafSalt: before.leafSalt });
    });
    await checkQuota(tx, deps.quotaBytes, account);
    return {
      ...before,
      revision,
      header: toBase64(header),
      readers: body.readers,
      updatedAt: now.toISOString(),
    };
  });
}

/** Erases the header, the record, and those of its blobs that nothing else needs. The log says that it was, and not what it was. */
export async function deleteRecord(
  deps: RecordWriteDeps,
  account: Account,
  id: string,
  etag: string,
): Promise<void> {
  const now = deps.clock.now();
  const hashes = await deps.db.transaction(async (tx) => {
    const all = await asOwner(tx, account, async () => {
      const current = await lockRecord(tx, account, id);
      if (current === undefined) throw new ProblemError("not-found");
      if (recordEtag(current) !== etag) throw conflict(current);
      const named = await tx
        .select({ hash: recordBlobs.hash })
        .from(recordBlobs)
        .where(eq(recordBlobs.recordId, id));
      await deps.headers.erase(tx, id);
      await tx.delete(records).where(eq(records.id, id));
      const all = named.map((row) => row.hash);
      if (all.length > 0) {
        // Not those that another record of the account still names.
        await tx.delete(blobHolders).where(
          and(
            eq(blobHolders.account, account),
            inArray(blobHolders.hash, all),
            notExists(
              tx
                .select({ one: sql`1` })
                .from(recordBlobs)
                .innerJoin(records, eq(records.id, recordBlobs.recordId))
                .where(and(eq(recordBlobs.hash, blobHolders.hash), eq(records.owner, account))),
            ),
          ),
        );
      }
      return all;
    });
    await tx.insert(deletedRecords).values({ id, deletedAt: now });
    await appendLeaf(tx, await tombstoneLeafHash(id));
    return all;
  });
  await deps.blobs.eraseUnreferenced(hashes);
}

/** The account's own record, locked until the transaction ends. */
async function lockRecord(tx: Queryable, account: Account, id: string): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(records)
    .where(and(eq(records.id, id), eq(records.owner, account)))
    .for("update");
  return row;
}

/**
 * A write that does not find what it expects is either the repetition of one whose answer was lost, and then it is answered
 * again, or a conflict.
 */
async function repeated(
  tx: Queryable,
  headers: HeaderStore,
  current: Row,
  body: PutRecordBody,
): Promise<{ record: RecordRow; created: boolean }> {
  const [record] = await complete(tx, headers, [current]);
  const same =
    record !== undefined &&
    record.revision === 0 &&
    record.version === body.version &&
    record.manifestHash === body.manifestHash &&
    record.payloadHash === body.payloadHash &&
    record.header === body.header &&
    sameList(record.readers, body.readers);
  if (!same) throw conflict(current);
  return { record, created: false };
}

/** That a record may be for these readers. @throws {@link ProblemError} `invalid-input` */
async function checkReaders(
  tx: Queryable,
  account: Account,
  { author, readers }: { author?: string; readers: readonly string[] },
  before: readonly string[] | undefined,
): Promise<void> {
  const known = await keysByFingerprint(tx, author === undefined ? readers : [...readers, author]);
  const problems: FieldError[] = [];
  const isOwn = (fingerprint: string) => known.get(fingerprint)?.account === account;
  if (author === undefined) {
    // Keys are rotated by rewraps: the author's may be old by now, and then the owner reads by newer ones.
    if (!readers.some(isOwn)) problems.push({ field: "readers", message: "the owner is one of the readers" });
  } else if (!isOwn(author)) {
    // The account of somebody else's keys is not given away here.
    problems.push({ field: "author", message: "publish these keys for your account first" });
  } else if (!readers.includes(author)) {
    problems.push({ field: "readers", message: "the author is one of the readers" });
  }
  for (const [index, fingerprint] of readers.entries()) {
    const keys = known.get(fingerprint);
    if (keys === undefined) {
      problems.push({
        field: `readers.${index}`,
        message: "nobody has published keys with this fingerprint",
      });
    } else if (keys.revoked && !before?.includes(fingerprint)) {
      problems.push({ field: `readers.${index}`, message: "these keys were revoked by their owner" });
    }
  }
  if (problems.length > 0) throw invalid(problems);
}

async function writeReaders(
  tx: Queryable,
  id: string,
  readers: readonly string[],
  replaces: boolean,
): Promise<void> {
  if (replaces) await tx.delete(recordReaders).where(eq(recordReaders.recordId, id));
  await tx
    .insert(recordReaders)
    .values(readers.map((fingerprint, position) => ({ recordId: id, fingerprint, position })));
}

/**
 * The blobs that a record names, with their sizes. They cannot be erased until the transaction ends.
 *
 * @throws {@link ProblemError} `invalid-input`, `too-large`
 */
async function checkBlobs(
  tx: Queryable,
  deps: RecordWriteDeps,
  account: Account,
  id: string,
  body: PutRecordBody,
): Promise<AttachmentRef[]> {
  const hashes = [body.payloadHash, ...body.attachments.map((attachment) => attachment.hash)];
  const usable = await deps.blobs.usable(tx, account, id, hashes);
  const problems: FieldError[] = [];
  const missing = "upload these bytes first";
  if (!usable.has(body.payloadHash)) problems.push({ field: "payloadHash", message: missing });
  for (const [index, { hash, size }] of body.attachments.entries()) {
    const stored = usable.get(hash);
    if (stored === undefined) problems.push({ field: `attachments.${index}.hash`, message: missing });
    else if (stored !== size)
      problems.push({ field: `attachments.${index}.size`, message: `${stored} bytes were uploaded` });
  }
  if (problems.length > 0) throw invalid(problems);
  // Every reader fetches the payload whole and opens it in memory; only attachments may be large.
  const limit = recordLimits.payloadBytes;
  if ((usable.get(body.payloadHash) ?? 0) > limit) {
    throw new ProblemError("too-large", {
      detail: "The record's payload is too large.",
      extensions: { limit },
    });
  }
  return hashes.map((hash) => ({ hash, size: usable.get(hash) ?? 0 }));
}

/** Answers with the hashes that the record does not name any more. */
async function writeBlobs(
  tx: Queryable,
  account: Account,
  id: string,
  named: readonly AttachmentRef[],
  replaces: boolean,
  now: Date,
): Promise<string[]> {
  const dropped = replaces
    ? await tx.delete(recordBlobs).where(eq(recordBlobs.recordId, id)).returning({ hash: recordBlobs.hash })
    : [];
  await tx
    .insert(recordBlobs)
    .values(named.map(({ hash, size }, position) => ({ recordId: id, position, hash, size })));
  const hashes = new Set(named.map(({ hash }) => hash));
  // Who keeps them pays for them, also when their upload was collected in the meantime.
  await tx
    .insert(blobHolders)
    .values([...hashes].map((hash) => ({ account, hash, touchedAt: now })))
    .onConflictDoNothing();
  const left = dropped.map((row) => row.hash).filter((hash) => !hashes.has(hash));
  if (left.length > 0) {
    await tx
      .update(blobHolders)
      .set({ touchedAt: now })
      .where(and(eq(blobHolders.account, account), inArray(blobHolders.hash, left)));
  }
  return left;
}

/** Readers of the version before may still be fetching these: their time to be collected starts now. */
async function touchBlobs(tx: Queryable, hashes: readonly string[], now: Date): Promise<void> {
  if (hashes.length > 0)
    await tx
      .update(blobs)
      .set({ touchedAt: now })
      .where(inArray(blobs.hash, [...hashes]));
}

async function checkQuota(tx: Queryable, quotaBytes: number, account: Account): Promise<void> {
  const used = await usedBytes(tx, account);
  if (used > quotaBytes)
    throw new ProblemError("quota-exceeded", { extensions: { limit: quotaBytes, used } });
}

/** As it is stored, whatever spelling of the same bytes was sent. */
function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

function conflict(current: Row): ProblemError {
  return new ProblemError("record-conflict", {
    headers: { etag: recordEtag(current) },
    extensions: { currentVersion: current.version, currentRevision: current.revision },
  });
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

function invalid(errors: FieldError[]): ProblemError {
  return new ProblemError("invalid-input", { errors });
}
