import { inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Queryable } from "../database/client.ts";
import { tapPeople, tapSessions } from "../rewards/tapTables.ts";
import { formsOf, type Subject } from "./register.ts";

/** Finds by which numbers an account is known beside its address: taps are of the person, with all of its wallets. */
export async function findSubject(tx: Queryable, account: string): Promise<Subject> {
  const tapped = tx
    .select({ person: tapSessions.person })
    .from(tapSessions)
    .where(inArray(tapSessions.account, formsOf(account)));
  const rows = await tx
    .select({ id: tapPeople.id, mergedInto: tapPeople.mergedInto, identity: tapPeople.identity })
    .from(tapPeople)
    .where(or(inArray(tapPeople.wallet, formsOf(account)), inArray(tapPeople.id, tapped)));
  const ids = new Set(rows.flatMap(({ id, mergedInto }) => (mergedInto === null ? [id] : [id, mergedInto])));
  const merged = await tx
    .select({ id: tapPeople.id, identity: tapPeople.identity })
    .from(tapPeople)
    .where(
      ids.size === 0
        ? sql`false`
        : sql`${inArray(tapPeople.id, [...ids])} and ${isNotNull(tapPeople.identity)}`,
    );
  return {
    account,
    people: [...ids],
    identities: merged.map(({ identity }) => `identity:${identity}`),
  };
}
