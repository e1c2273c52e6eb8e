import { and, asc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import type { Database, Queryable } from "../database/client.ts";
import { dayOf } from "./tapJudge.ts";
import { lockPeople } from "./tapPeople.ts";
import { dayMs } from "./tapRules.ts";
import { relays, tapBatches, tapDays, tapPeople, tapSessions } from "./tapTables.ts";

/** For how long after its session a batch that is sent again gets its old answer. */
const batchDays = 30;
/** For how long after that it is known that it was counted. */
const sessionDays = 400;
/** Days that leaderboards tell apart, and more. */
const leaderboardDays = 35;
/** A voucher is submitted within an hour, and quotas are of a day. */
const relayDays = 7;
/** Rows of one transaction, and transactions of one turn: nobody who taps waits long for it. */
const stepRows = 1_000;
const stepsATurn = 50;

export type ForgetDeps = { db: Database; clock: Clock; signal?: AbortSignal };

/**
 * Forgets of taps what nothing needs any more, a little at a time: answers of batches whose sessions ended long ago, single days
 * of long ago, relays. What people have is the same afterwards, and no batch counts again.
 *
 * @returns how many rows are gone
 */
export async function forgetTaps({ db, clock, signal }: ForgetDeps): Promise<number> {
  const now = clock.now().getTime();
  const steps = [
    () => forgetBatches(db, now),
    () => forgetSessions(db, now),
    () => foldDays(db, now),
    () => forgetRelays(db, now),
  ];
  let gone = 0;
  for (const step of steps) {
    for (let turn = 0; turn < stepsATurn && !signal?.aborted; turn++) {
      const rows = await step();
      if (rows === 0) break;
      gone += rows;
    }
  }
  return gone;
}

const secondsBefore = (now: number, days: number) => Math.floor((now - days * dayMs) / 1_000);

/** Of one session. The sum of what they earned stays with whose it is, so that the account can still be checked. */
function forgetBatches(db: Database, now: number): Promise<number> {
  return db.transaction(async (tx) => {
    const [session] = await tx
      .select({ id: tapSessions.id })
      .from(tapSessions)
      .where(and(eq(tapSessions.forgotten, false), lt(tapSessions.expiresAt, secondsBefore(now, batchDays))))
      .orderBy(asc(tapSessions.expiresAt))
      .limit(1);
    if (session === undefined) return 0;
    const some = await tx
      .select({ sequence: tapBatches.sequence, person: tapBatches.person })
      .from(tapBatches)
      .where(eq(tapBatches.session, session.id))
      .orderBy(asc(tapBatches.sequence))
      .limit(stepRows);
    // People first, as whoever takes a batch does.
    await lockPeople(tx, [...new Set(some.map(({ person }) => person))]);
    const last = some.at(-1)?.sequence ?? 0;
    await settleTaps(tx, sql`session = ${session.id} and sequence <= ${last}`);
    if (some.length < stepRows) {
      await tx.update(tapSessions).set({ forgotten: true }).where(eq(tapSessions.id, session.id));
    }
    // A session that tapped nothing is done as well.
    return Math.max(1, some.length);
  });
}

/** Deletes batches; what they earned stays in a sum with whose it is. */
export async function settleTaps(tx: Queryable, batches: SQL): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    with gone as (
      delete from ${tapBatches} where ${batches} returning person, points
    ), sums as (
      select person, sum(points) as points from gone group by person
    ), settled as (
      update ${tapPeople} as person set settled = person.settled + sums.points
      from sums where person.id = sums.person
    )
    select from gone
  `);
  return rowCount ?? 0;
}

async function forgetSessions(db: Database, now: number): Promise<number> {
  const old = db
    .select({ id: tapSessions.id })
    .from(tapSessions)
    .where(
      and(
        eq(tapSessions.forgotten, true),
        lt(tapSessions.expiresAt, secondsBefore(now, batchDays + sessionDays)),
      ),
    )
    .limit(stepRows);
  return (await db.delete(tapSessions).where(inArray(tapSessions.id, old))).rowCount ?? 0;
}

/** Days of long ago become one, which stands before all others: the leaderboard of all times has them in it. */
function foldDays(db: Database, now: number): Promise<number> {
  const before = dayOf(now) - leaderboardDays;
  return db.transaction(async (tx) => {
    const old = and(sql`${tapDays.day} > 0`, lt(tapDays.day, before));
    const people = await tx
      .selectDistinct({ person: tapDays.person })
      .from(tapDays)
      .where(old)
      .limit(stepRows / 10);
    if (people.length === 0) return 0;
    const ids = people.map(({ person }) => person);
    await lockPeople(tx, ids);
    const { rowCount } = await tx.execute(sql`
      with gone as (
        delete from ${tapDays} where person = any(${sql.param(ids)}::bigint[]) and day > 0 and day < ${before}
        returning person, points
      )
      insert into ${tapDays} (person, day, points)
      select person, 0, sum(points) from gone group by person
      on conflict (person, day) do update set points = ${tapDays.points} + excluded.points
    `);
    return rowCount ?? 0;
  });
}

async function forgetRelays(db: Database, now: number): Promise<number> {
  const old = lt(relays.createdAt, new Date(now - relayDays * dayMs));
  const some = db.select({ hash: relays.hash }).from(relays).where(old).limit(stepRows);
  return (await db.delete(relays).where(and(old, inArray(relays.hash, some)))).rowCount ?? 0;
}
