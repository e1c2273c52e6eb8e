import type { StaffRole } from "@qti/sdk/identity/sign-in/wire";
import { sql } from "drizzle-orm";
import type { Database } from "../database/client.ts";
import { roleSpaces } from "../records/roleSpaces.ts";
import { publishedKeys, recordReaders, records } from "../records/tables.ts";

/** Findings that are named; all of them are counted. */
const shown = 200;

/** Somebody who can open a record without the role, or holds the role and cannot. */
export type Finding = { record: string; account: string };
export type SpaceReport = {
  space: string;
  role: StaffRole;
  records: number;
  /** Readers who do not hold the role. */
  excess: { count: number; first: Finding[] };
  /** Holders of the role who are no readers. */
  lacking: { count: number; first: Finding[] };
};

export type ReportDeps = { db: Database; holdersOf: (role: StaffRole) => Promise<string[]> };

/**
 * Where roles and readers disagree. A role lets somebody fetch ciphertext, only a reader opens it, and nobody but the owner can bring the
 * two together: this says to whom something is still open, and who waits for what.
 */
export async function reportAccess({ db, holdersOf }: ReportDeps): Promise<SpaceReport[]> {
  const report: SpaceReport[] = [];
  for (const { space, role, others } of roleSpaces) {
    const holders = sql`${sql.param(await holdersOf(role))}::text[]`;
    const ofSpace = await db.$count(records, sql`${records.space} = ${space}`);
    const readers = sql`
      select distinct r.id as record, k.account from ${records} r
      join ${recordReaders} rr on rr.record_id = r.id
      join ${publishedKeys} k on k.fingerprint = rr.fingerprint
      where r.space = ${space} and k.account <> r.owner and k.account <> ''`;
    const nobody = { count: 0, first: [] };
    const excess = others
      ? nobody
      : await findings(db, sql`select * from (${readers}) as readers where not account = any(${holders})`);
    const lacking = await findings(
      db,
      sql`
        select r.id as record, holder.account from ${records} r cross join unnest(${holders}) as holder(account)
        where r.space = ${space} and r.owner <> holder.account
        except ${readers}`,
    );
    report.push({ space, role, records: ofSpace, excess, lacking });
  }
  return report;
}

async function findings(db: Database, of: ReturnType<typeof sql>) {
  const { rows } = await db.execute<Finding & { count: string }>(
    sql`select *, count(*) over () as count from (${of}) as found order by record, account limit ${shown}`,
  );
  return {
    count: Number(rows[0]?.count ?? 0),
    first: rows.map(({ record, account }) => ({ record, account })),
  };
}
