import { type ExportLine, personExportFormat } from "@qti/sdk/records/person/wire";
import type { RecordProof } from "@qti/sdk/records/wire";
import { and, asc, eq, getTableColumns, getTableName, gt, sql } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import { readAsAccount } from "../database/asAccount.ts";
import type { Database } from "../database/client.ts";
import { proveRecord } from "../log/recordProof.ts";
import type { SignedLog } from "../log/signedLog.ts";
import type { HeaderStore } from "../records/headerStore.ts";
import { complete } from "../records/recordReads.ts";
import { records } from "../records/tables.ts";
import { isPersonal, type PersonalEntry, register, type Subject } from "./register.ts";
import { findSubject } from "./subject.ts";

type Account = `0x${string}`;
type Json = Extract<ExportLine, { kind: "row" }>["row"];

const rowsATurn = 1_000;
const recordsATurn = 50;

export type ExportDeps = {
  db: Database;
  headers: HeaderStore;
  signedLog: SignedLog | undefined;
  clock: Clock;
  chainId: number;
};

/**
 * Everything that the service has of a person, by the register, a line at a time: nothing is held for who reads slowly, neither memory nor a
 * connection. Records come with header, hashes and proof; what is in them only their readers can add.
 */
export async function* exportPerson(deps: ExportDeps, account: Account): AsyncGenerator<ExportLine> {
  const { db, clock, chainId } = deps;
  yield { kind: "begin", format: personExportFormat, account, chainId, at: clock.now().toISOString() };
  const subject = await findSubject(db, account);
  let lines = 0;
  for (const entry of register) {
    if (!isPersonal(entry)) continue;
    const rows = entry.table === records ? recordLines(deps, account) : rowLines(db, entry, subject);
    for await (const line of rows) {
      lines += 1;
      yield line;
    }
  }
  yield { kind: "end", lines };
}

async function* rowLines(db: Database, entry: PersonalEntry, subject: Subject): AsyncGenerator<ExportLine> {
  const rows = entry.rows(subject);
  if (rows === undefined) return;
  const hidden = new Set(entry.hidden);
  const columns = Object.entries(getTableColumns(entry.table)).filter(([name]) => !hidden.has(name));
  const table = getTableName(entry.table);
  for (let offset = 0; ; offset += rowsATurn) {
    const page = await db
      .select(Object.fromEntries(columns))
      .from(entry.table)
      .where(rows)
      .orderBy(sql`ctid`)
      .limit(rowsATurn)
      .offset(offset);
    for (const row of page) yield { kind: "row", table, row: toJson(row) };
    if (page.length < rowsATurn) return;
  }
}

async function* recordLines(deps: ExportDeps, account: Account): AsyncGenerator<ExportLine> {
  const { db, headers } = deps;
  const own = eq(records.owner, account);
  for (let after: string | undefined; ; ) {
    const { page, whole } = await readAsAccount(db, account, async (tx) => {
      const page = await tx
        .select()
        .from(records)
        .where(after === undefined ? own : and(own, gt(records.id, after)))
        .orderBy(asc(records.id))
        .limit(recordsATurn);
      return { page, whole: await complete(tx, headers, page) };
    });
    for (const record of whole)
      yield { kind: "record", record, proof: await proofOf(deps, account, record.id) };
    after = page.at(-1)?.id;
    if (page.length < recordsATurn) return;
  }
}

/** None where the log is not signed here, and of a record that was deleted in this moment. */
async function proofOf(
  { db, headers, signedLog }: ExportDeps,
  account: Account,
  id: string,
): Promise<RecordProof | null> {
  if (signedLog === undefined) return null;
  try {
    return await proveRecord({ db, headers, log: signedLog }, account, id);
  } catch (error) {
    if (error instanceof ProblemError && error.code === "not-found") return null;
    throw error;
  }
}

/** A row as JSON has it: times in ISO 8601, large numbers as text, bytes in base64. */
function toJson(row: Record<string, unknown>): Json {
  const text = JSON.stringify(row, function (this: Record<string, unknown>, name, value: unknown) {
    const given = this[name];
    if (typeof value === "bigint") return String(value);
    if (given instanceof Uint8Array) return Buffer.from(given).toString("base64");
    return value;
  });
  return JSON.parse(text) as Json;
}
