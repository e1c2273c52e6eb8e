import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { escapeLiteral, Pool, type PoolClient } from "pg";
import type { Database, Queryable } from "./client.ts";

/** What a transaction is begun for: the policies of the tables go by it. */
export type Sight = {
  /** Whose rows are seen and taken; nobody's without it. */
  account?: string;
  /** Spaces of records that roles of the account reach, to read. */
  spaces?: readonly string[] | "every";
  /** Hash of a session's token. */
  session?: string;
};

/** Rows of an account were asked for over a connection that is in use for something else. */
class ConnectionInUseError extends Error {
  override name = "ConnectionInUseError";

  constructor() {
    super("A transaction as an account takes a connection of its own: pass the database over the pool.");
  }
}

/**
 * A transaction in which the database itself shows and takes rows of one account only, whatever the queries in it forget to ask
 * for.
 */
export async function asAccount<answer>(
  db: Database,
  sight: string | Sight,
  work: (tx: Queryable) => Promise<answer>,
): Promise<answer> {
  const { client, answer } = await begin(db, `begin; ${put(sight)}`, work);
  await end(client, "commit");
  return answer;
}

/** {@link asAccount} that only reads, everything as of one moment. */
export async function readAsAccount<answer>(
  db: Database,
  sight: string | Sight,
  work: (tx: Queryable) => Promise<answer>,
): Promise<answer> {
  const begins = `begin isolation level repeatable read read only; ${put(sight)}`;
  const { client, answer } = await begin(db, begins, work);
  // Nothing hangs on its end but the connection, which nobody else is given before.
  end(client, "commit").catch(() => undefined);
  return answer;
}

/**
 * The part of a transaction of the service that changes rows of an account. Where it throws, the whole transaction has to be given up:
 * until that ends it stays the account's.
 */
export async function asOwner<answer>(
  tx: Queryable,
  account: string,
  work: () => Promise<answer>,
): Promise<answer> {
  await tx.execute(sql.raw(put(account)));
  const answer = await work();
  await tx.execute(sql.raw("set local role none; set local qti.account = ''"));
  return answer;
}

/** Statements that hold until the transaction ends. */
function put(sight: string | Sight): string {
  const { account, spaces, session } = typeof sight === "string" ? { account: sight } : sight;
  const settings = {
    account,
    spaces: spaces === "every" ? "*" : spaces?.join(","),
    session,
  };
  return [
    "set local role qti_person",
    ...Object.entries(settings).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [`set local qti.${name} = ${escapeLiteral(value)}`],
    ),
  ].join("; ");
}

async function begin<answer>(db: Database, begins: string, work: (tx: Queryable) => Promise<answer>) {
  const { $client: pool } = db;
  if (!(pool instanceof Pool)) throw new ConnectionInUseError();
  const client = await pool.connect();
  // Not waited for: a connection does things in the order in which it is told, and so the first query goes along in the same round trip.
  const begun = client.query(begins);
  begun.catch(() => undefined);
  try {
    const answer = await work(drizzle(client));
    await begun;
    return { client, answer };
  } catch (error) {
    await end(client, "rollback").catch(() => undefined);
    // Where there was no beginning, nothing after it is what went wrong.
    throw await begun.then(
      () => error,
      (first: unknown) => first,
    );
  }
}

async function end(client: PoolClient, command: "commit" | "rollback"): Promise<void> {
  try {
    await client.query(command);
    client.release();
  } catch (error) {
    // A connection that nobody knows the state of is closed.
    client.release(true);
    throw error;
  }
}
