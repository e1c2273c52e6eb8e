import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, time } from "../database/columns.ts";
import { keyedRows, ownRows, partsOfRecords, rowsInReach } from "../database/policies.ts";

/** Public keys that people published, by the fingerprint under which records name their readers. */
export const publishedKeys = pgTable(
  "published_keys",
  {
    fingerprint: text("fingerprint").primaryKey(),
    account: text("account").notNull(),
    chainId: integer("chain_id").notNull(),
    recipient: text("recipient").notNull(),
    verifier: text("verifier").notNull(),
    signature: text("signature").notNull(),
    createdAt: time("created_at").notNull(),
    revokedAt: time("revoked_at"),
  },
  (table) => [index("published_keys_account").on(table.account, table.createdAt)],
);

/**
 * Every blob that may lie in a region, written down before its first byte is: what is not listed here can be in no region.
 */
export const blobs = pgTable(
  "blobs",
  {
    hash: text("hash").primaryKey(),
    size: bigint("size", { mode: "number" }).notNull(),
    /** Set when a quorum of regions had it; until then nobody can read or reference it. */
    storedAt: time("stored_at"),
    /** Last time somebody uploaded it; the collector leaves young blobs alone. */
    touchedAt: time("touched_at").notNull(),
  },
  (table) => [index("blobs_touched_at").on(table.touchedAt)],
);

/** Who uploaded a blob: proof that they had its bytes, and what their quota counts. */
export const blobHolders = pgTable(
  "blob_holders",
  {
    account: text("account").notNull(),
    hash: text("hash")
      .notNull()
      .references(() => blobs.hash),
    touchedAt: time("touched_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.hash] }),
    index("blob_holders_hash").on(table.hash),
    index("blob_holders_touched_at").on(table.touchedAt),
    ownRows(table.account),
  ],
);

/** Work that a region still owes: copies it missed and deletions it slept through. */
export const regionOutbox = pgTable(
  "region_outbox",
  {
    hash: text("hash").notNull(),
    region: text("region").notNull(),
    action: text("action", { enum: ["put", "delete"] }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAt: time("next_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.hash, table.region] }),
    index("region_outbox_next_at").on(table.nextAt),
    index("region_outbox_region").on(table.region, table.hash),
  ],
);

/** What each region was last found to hold: the root of a tree over its blobs, and how far it is being looked through. */
export const regionTrees = pgTable("region_trees", {
  region: text("region").primaryKey(),
  /** Lies in the region as well; missing while nothing was found whole. */
  root: text("root"),
  /** Last time the tree was what it ought to be. */
  wholeAt: time("whole_at"),
  /** The last hash that was read and verified in this round. */
  scrubbedTo: text("scrubbed_to").notNull().default(""),
  /** While erasures are done once more, because the region is not what it was: the last one. */
  replayedTo: text("replayed_to"),
});

/** Leaves of those trees: blobs whose hashes begin with the same byte. */
export const regionLeaves = pgTable(
  "region_leaves",
  {
    region: text("region").notNull(),
    prefix: text("prefix").notNull(),
    node: text("node").notNull(),
  },
  (table) => [primaryKey({ columns: [table.region, table.prefix] })],
);

/** What was erased, by hash alone, so that a region which comes back from a copy does not bring it back. */
export const erasedBlobs = pgTable(
  "erased_blobs",
  {
    hash: text("hash").primaryKey(),
    erasedAt: time("erased_at").notNull(),
  },
  (table) => [index("erased_blobs_erased_at").on(table.erasedAt)],
);

/** The current version of each record. */
export const records = pgTable(
  "records",
  {
    id: uuid("id").primaryKey(),
    owner: text("owner").notNull(),
    /** Algorithms of this version; the first for rows from before there was a column. */
    suite: text("suite").notNull().default("qti/record/v1"),
    space: text("space").notNull(),
    version: integer("version").notNull(),
    revision: integer("revision").notNull(),
    author: text("author").notNull(),
    manifestHash: text("manifest_hash").notNull(),
    /** Only where the header is not sealed yet: then it lies beside that, under the same key. */
    leafSalt: text("leaf_salt"),
    /** Number of the version's leaf in the log; missing where the record is older than the log, until that has taken it in. */
    leafIndex: bigint("leaf_index", { mode: "number" }),
    /** Size of the header, which counts against the quota of the owner. */
    headerBytes: integer("header_bytes").notNull(),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (table) => [
    index("records_owner").on(table.owner, table.updatedAt, table.id),
    // The quota adds these up without looking at the rows.
    index("records_usage").on(table.owner, table.headerBytes),
    index("records_unlogged").on(table.createdAt, table.id).where(sql`${table.leafIndex} is null`),
    check("records_version_positive", sql`${table.version} >= 1 and ${table.revision} >= 0`),
    ownRows(table.owner),
    rowsInReach(table.space),
    keyedRows(
      (account) => sql`exists (
        select from record_readers join published_keys using (fingerprint)
        where record_readers.record_id = ${table.id} and published_keys.account = ${account}
      )`,
    ),
  ],
);

/**
 * Headers apart from everything else: they hold the wrapped file keys, so destroying one destroys the record. Sealed by a key of its
 * owner that is not in this database; only `headerStore.ts` touches this table.
 */
export const recordHeaders = pgTable(
  "record_headers",
  {
    recordId: uuid("record_id")
      .primaryKey()
      .references(() => records.id, { onDelete: "cascade" }),
    /** Of the shred key; missing where the header is older than those, until it is sealed too. */
    keyId: uuid("key_id"),
    /** The leaf's salt and the header, sealed. */
    header: bytea("header").notNull(),
  },
  (table) => [
    index("record_headers_unsealed").on(table.recordId).where(sql`${table.keyId} is null`),
    ...partsOfRecords(table.recordId),
  ],
);

export const recordReaders = pgTable(
  "record_readers",
  {
    recordId: uuid("record_id")
      .notNull()
      .references(() => records.id, { onDelete: "cascade" }),
    fingerprint: text("fingerprint")
      .notNull()
      .references(() => publishedKeys.fingerprint),
    /** Place in the list that the author gave; readers are returned in it. */
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.fingerprint] }),
    index("record_readers_fingerprint").on(table.fingerprint),
    ...partsOfRecords(table.recordId),
    // What is shared is found by it.
    keyedRows(
      (account) =>
        sql`${table.fingerprint} in (select fingerprint from published_keys where account = ${account})`,
    ),
  ],
);

/** Blobs of a record: the payload at position 0, attachments after it. */
export const recordBlobs = pgTable(
  "record_blobs",
  {
    recordId: uuid("record_id")
      .notNull()
      .references(() => records.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    hash: text("hash")
      .notNull()
      .references(() => blobs.hash),
    size: bigint("size", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.position] }),
    index("record_blobs_hash").on(table.hash),
    ...partsOfRecords(table.recordId),
  ],
);

/** The service's shares of keys that wallets open, sealed by the shred key of their account. */
export const walletShares = pgTable(
  "wallet_shares",
  {
    account: text("account").notNull(),
    fingerprint: text("fingerprint").notNull(),
    keyId: uuid("key_id").notNull(),
    sealed: bytea("sealed").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.fingerprint] }), ownRows(table.account)],
);

/** Ids that were used and deleted. An id says nothing about anybody; it only must never mean two records. */
export const deletedRecords = pgTable("deleted_records", {
  id: uuid("id").primaryKey(),
  deletedAt: time("deleted_at").notNull(),
});
