import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { pgPolicy, pgRole } from "drizzle-orm/pg-core";
import type { Database, Queryable } from "./client.ts";

/** A role of the database that may not pass by row-level security; a migration makes it. */
const person = pgRole("qti_person").existing();

/** Only rows of the account that the transaction was begun for, to read and to write. */
export const ownRows = (account: AnyPgColumn) => {
  const own = sql`${account} = current_setting('qti.account', true)`;
  return pgPolicy("own_rows", { for: "all", to: person, using: own, withCheck: own });
};

/**
 * A transaction in which the database itself shows and takes rows of one account only, whatever the queries in it forget to ask
 * for. It costs one round trip more than any other transaction.
 */
export async function asAccount<answer>(
  db: Database,
  account: string,
  work: (tx: Queryable) => Promise<answer>,
): Promise<answer> {
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select set_config('role', 'qti_person', true), set_config('qti.account', ${account}, true)`,
    );
    return work(tx);
  });
}
