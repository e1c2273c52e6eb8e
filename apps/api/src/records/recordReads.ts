import {
  type AttachmentRef,
  type Fingerprint,
  type RecordPage,
  type RecordRow,
  type RecordSuite,
  recordLimits,
} from "@qti/sdk/records/wire";
import { and, desc, eq, lt, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { ProblemError } from "../core/problem.ts";
import { readAsAccount } from "../database/asAccount.ts";
import type { Database, Queryable } from "../database/client.ts";
import type { HeaderStore } from "./headerStore.ts";
import { publishedKeys, recordBlobs, recordReaders, records } from "./tables.ts";

type Account = `0x${string}`;
type Row = typeof records.$inferSelect;

/** Records that the account owns or is a reader of, by any keys it ever published. */
function visibleTo(account: Account | Placeholder): SQL {
  // As an array, which is found by the index of ids: joined, each record that there is would be looked at.
  return sql`(
    ${records.owner} = ${account}
    or ${records.id} = any(array(
      select ${recordReaders.recordId} from ${recordReaders}
      join ${publishedKeys} on ${publishedKeys.fingerprint} = ${recordReaders.fingerprint}
      where ${publishedKeys.account} = ${account}
    ))
  )`;
}

type Parts = { id: string; readers: Fingerprint[]; blobs: AttachmentRef[] };

/** Adds to rows what lies in other tables. */
export async function complete(
  tx: Queryable,
  headers: HeaderStore,
  rows: readonly Row[],
): Promise<RecordRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  // Not by way of the records: who may see those was just asked.
  const reading = tx.execute<Parts>(sql`
    select
      id,
      array(
        select ${recordReaders.fingerprint} from ${recordReaders}
        where ${recordReaders.recordId} = id order by ${recordReaders.position}
      ) as readers,
      (
        select coalesce(json_agg(
          json_build_object('hash', ${recordBlobs.hash}, 'size', ${recordBlobs.size}) order by ${recordBlobs.position}
        ), '[]')
        from ${recordBlobs} where ${recordBlobs.recordId} = id
      ) as blobs
    from unnest(${sql.param(ids)}::uuid[]) as id
  `);
  const asked = [headers.read(tx, ids), reading] as const;
  // Where one fails the other is waited for: nothing is asked any more when the connection is given back.
  const [secrets, { rows: parts }] = await Promise.all(asked).finally(() => Promise.allSettled(asked));
  const partsOf = new Map(parts.map((part) => [part.id, part]));
  return rows.flatMap((row) => {
    const sealed = secrets.get(row.id);
    const { blobs, readers } = partsOf.get(row.id) ?? { blobs: [], readers: [] };
    const [payload, ...attachments] = blobs;
    // A record that was deleted between the queries, or whose key was destroyed.
    if (sealed === undefined || payload === undefined) return [];
    return [
      {
        id: row.id,
        owner: row.owner as Account,
        suite: row.suite as RecordSuite,
        space: row.space,
        version: row.version,
        author: row.author as `0x${string}`,
        header: Buffer.from(sealed.header).toString("base64"),
        payloadHash: payload.hash,
        manifestHash: row.manifestHash,
        attachments,
        readers,
        leafSalt: sealed.leafSalt,
        revision: row.revision,
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
      },
    ];
  });
}

/** The row of a record, where there is one for this account, by itself or because a role of its reaches these spaces. */
export async function findVisible(
  tx: Queryable,
  account: Account,
  id: string,
  spaces: readonly string[] | "every" = [],
): Promise<Row | undefined> {
  const query = tx.select().from(records);
  const [row] =
    spaces === "every"
      ? await query.where(eq(records.id, id))
      : await query
          .where(
            and(
              eq(records.id, sql.placeholder("id")),
              or(
                visibleTo(sql.placeholder("account")),
                sql`${records.space} = any(${sql.placeholder("spaces")})`,
              ),
            ),
          )
          .prepare("visible_record")
          .execute({ id, account, spaces });
  return row;
}

/** One record. @throws {@link ProblemError} `not-found`, whether it does not exist or is not for this account */
export async function readRecord(
  db: Database,
  headers: HeaderStore,
  account: Account,
  id: string,
  spaces: readonly string[] = [],
): Promise<RecordRow> {
  const [record] = await readAsAccount(db, { account, spaces }, async (tx) => {
    const row = await findVisible(tx, account, id, spaces);
    return complete(tx, headers, row === undefined ? [] : [row]);
  });
  if (record === undefined) throw new ProblemError("not-found");
  return record;
}

/** Place in the list: the change and the id of the last record that was returned. */
type Cursor = { updatedAt: Date; id: string };

const cursorPattern =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

function encodeCursor({ updatedAt, id }: Cursor): string {
  return Buffer.from(`${updatedAt.toISOString()}_${id}`).toString("base64url");
}

function decodeCursor(text: string): Cursor {
  const match = cursorPattern.exec(Buffer.from(text, "base64url").toString("latin1"));
  const updatedAt = new Date(match?.[1] ?? Number.NaN);
  const id = match?.[2];
  if (id === undefined || Number.isNaN(updatedAt.getTime())) {
    throw new ProblemError("invalid-input", {
      errors: [{ field: "query.cursor", message: "expected the nextCursor of a page" }],
    });
  }
  return { updatedAt, id };
}

/** Own and shared records, newest change first. */
export async function listRecords(
  db: Database,
  headers: HeaderStore,
  account: Account,
  { space, cursor }: { space?: string | undefined; cursor?: string | undefined },
): Promise<RecordPage> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  return readAsAccount(db, account, async (tx) => {
    const rows = await tx
      .select()
      .from(records)
      .where(
        and(
          visibleTo(account),
          space === undefined ? undefined : eq(records.space, space),
          after === undefined
            ? undefined
            : or(
                lt(records.updatedAt, after.updatedAt),
                and(eq(records.updatedAt, after.updatedAt), lt(records.id, after.id)),
              ),
        ),
      )
      .orderBy(desc(records.updatedAt), desc(records.id))
      // One more than a page, to know whether there is a next one.
      .limit(recordLimits.pageSize + 1);
    const shown = rows.slice(0, recordLimits.pageSize);
    const last = shown.at(-1);
    return {
      items: await complete(tx, headers, shown),
      nextCursor: rows.length > shown.length && last !== undefined ? encodeCursor(last) : null,
    };
  });
}
