import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, pgPolicy, pgRole } from "drizzle-orm/pg-core";

// PostgreSQL asks the policies of a table in the reverse order of their names, until one is met: what costs least comes last in the alphabet.

/** A role of the database that may not pass by row-level security; a migration makes it. */
const person = pgRole("qti_person").existing();

/** Nobody's, where there is none: what is left of erased people has an empty one. */
const account = sql.raw("nullif(current_setting('qti.account', true), '')");
const spaces = sql.raw("current_setting('qti.spaces', true)");

/** Only rows of the account that the transaction was begun for, to read and to write. */
export const ownRows = (owner: AnyPgColumn) => {
  const own = sql`${owner} = ${account}`;
  return pgPolicy("own_rows", { for: "all", to: person, using: own, withCheck: own });
};

/** Rows that lead to the account by keys that it published, to read. */
export const keyedRows = (condition: (account: SQL) => SQL) =>
  pgPolicy("keyed_rows", { for: "select", to: person, using: condition(account) });

/** Rows in spaces that roles of the account reach, to read. */
export const rowsInReach = (space: AnyPgColumn) =>
  pgPolicy("rows_in_reach", {
    for: "select",
    to: person,
    using: sql`${spaces} = '*' or ${space} = any(string_to_array(${spaces}, ','))`,
  });

/**
 * Parts of records: written where the record is one's own, read where it is seen. Records ask their readers who sees them, and readers ask
 * their records, which policies cannot do without end: functions that look past the policies answer, and a migration makes those.
 */
export const partsOfRecords = (recordId: AnyPgColumn) => {
  const own = sql`qti_owns_record(${recordId})`;
  return [
    pgPolicy("if_record_is_own", { for: "all", to: person, using: own, withCheck: own }),
    pgPolicy("if_record_is_seen", { for: "select", to: person, using: sql`qti_sees_record(${recordId})` }),
  ];
};

/** The row by whose hashed token the transaction was begun, whosever it is. It cannot be given to anybody else. */
export const rowOfToken = (tokenHash: AnyPgColumn, owner: AnyPgColumn) =>
  pgPolicy("row_of_token", {
    for: "all",
    to: person,
    using: sql`${tokenHash} = current_setting('qti.session', true)`,
    withCheck: sql`${owner} = ${account}`,
  });
