import { getTableColumns, inArray, isNotNull, sql } from "drizzle-orm";
import { type ErasureDeps, erasePerson, finishErasure } from "./erasePerson.ts";
import { isPersonal, register } from "./register.ts";
import { erasures } from "./tables.ts";

type Account = `0x${string}`;

const tombstonesATurn = 500;
const beforeAll = "00000000-0000-0000-0000-000000000000";

/**
 * Goes on with erasures that were cut off, and does those again of which this database knows nothing: it was restored from a backup that is older
 * than they are, and has brought people back who are erased.
 *
 * @returns how many there were
 */
export async function finishErasures(deps: ErasureDeps, signal?: AbortSignal): Promise<number> {
  const { db } = deps;
  const begun = await db.select().from(erasures).where(isNotNull(erasures.account));
  for (const { id, account, begunAt } of begun) {
    if (signal?.aborted) return 0;
    if (account !== null) await finishErasure(deps, { id, account: account as Account, begunAt });
  }
  const unknown = await unknownTombstones(deps);
  if (unknown.size === 0) return begun.length;
  let again = 0;
  const left = new Set([...unknown.values()].flat());
  for (const account of await accountsOf(deps)) {
    if (signal?.aborted) return begun.length + again;
    for (const id of unknown.get(deps.shred.subjectOf(account)) ?? []) {
      await erasePerson(deps, account, { asked: "restore", id });
      left.delete(id);
      again += 1;
    }
  }
  // Of people of whom nothing came back: known from now on.
  const now = deps.clock.now();
  const rows = [...left].map((id) => ({ id, asked: "restore" as const, begunAt: now, finishedAt: now }));
  if (rows.length > 0) await db.insert(erasures).values(rows).onConflictDoNothing();
  return begun.length + again;
}

/** Ids of erasures that happened and are not known here, by whom they were of. */
async function unknownTombstones({ db, shred }: ErasureDeps): Promise<Map<string, string[]>> {
  const unknown = new Map<string, string[]>();
  for (let after = beforeAll; ; ) {
    const page = await shred.tombstones(after, tombstonesATurn);
    const last = page.at(-1);
    if (last === undefined) return unknown;
    after = last.id;
    const ids = page.map(({ id }) => id);
    const known = await db.select({ id: erasures.id }).from(erasures).where(inArray(erasures.id, ids));
    const here = new Set(known.map(({ id }) => id));
    for (const { id, subject } of page)
      if (!here.has(id)) unknown.set(subject, [...(unknown.get(subject) ?? []), id]);
  }
}

/** Every account of which there is anything. */
async function accountsOf({ db }: ErasureDeps): Promise<Set<Account>> {
  const found = new Set<Account>();
  for (const entry of register) {
    if (!isPersonal(entry)) continue;
    const columns = getTableColumns(entry.table);
    for (const name of entry.accounts) {
      const column = columns[name];
      if (column === undefined) throw new Error(`The register names a column ${name} that is not there.`);
      const { rows } = await db.execute<{ account: string | null }>(
        sql`select distinct ${column} as account from ${entry.table}`,
      );
      for (const { account } of rows)
        if (account?.startsWith("0x")) found.add(account.toLowerCase() as Account);
    }
  }
  return found;
}
