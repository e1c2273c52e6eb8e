import type { TapBatch } from "@qti/sdk/rewards/taps/wire";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import type { Outcome } from "../core/together.ts";
import type { Database, Queryable } from "../database/client.ts";
import { judgeTaps, progressOf, type TapCaps } from "./tapJudge.ts";
import { type PersonRow, tapperColumns, tapperOf } from "./tapPeople.ts";
import { type TapReceiptJson, toReceiptJson } from "./tapReceipt.ts";
import { tapBatches, tapDays, tapPeople, tapSessions } from "./tapTables.ts";

/** A batch whose signature was looked at, and SHA-256 of what was signed. */
export type TapEntry = { batch: TapBatch; digest: Buffer };

/** What became of a batch; `held`: somebody else has the person's row, or the session is another person's or nobody's by now. */
export type TapOutcome = Outcome<TapReceiptJson | "held">;

type SessionRow = typeof tapSessions.$inferSelect;
type Held = { session: SessionRow; person: PersonRow };

export type TakeOptions = {
  /** Sessions of others are not known. */
  deployment: number;
  clock: Clock;
  caps: TapCaps;
  /** Wait for whoever has a row. */
  wait: boolean;
};

/**
 * Takes batches of different sessions in one transaction that holds the rows of their people: what was acknowledged is in the
 * ledger, what was not is not, wherever the process ends; and the same batch again finds its answer there.
 */
export function takeBatches(
  db: Database,
  entries: readonly TapEntry[],
  { deployment, clock, caps, wait }: TakeOptions,
): Promise<TapOutcome[]> {
  return db.transaction(async (tx) => {
    const held = await hold(tx, entries, { deployment, wait });
    // Read while the rows are held, so that it never goes back from one batch to the next.
    const now = clock.now();
    const page = new Page(now, caps);
    const outcomes: TapOutcome[] = [];
    for (const entry of entries) {
      const mine = held.get(entry.batch.session);
      if (mine === undefined) outcomes.push({ answer: "held" });
      else if (entry.batch.sequence > mine.session.sequence) outcomes.push(page.add(entry, mine));
      else outcomes.push(await replay(tx, entry, mine.session));
    }
    await page.write(tx);
    return outcomes;
  });
}

/** Sessions and the people whose they are now, locked, always in the same order. */
async function hold(
  tx: Queryable,
  entries: readonly TapEntry[],
  { deployment, wait }: Pick<TakeOptions, "deployment" | "wait">,
): Promise<Map<string, Held>> {
  const ids = entries.map(({ batch }) => batch.session);
  const rows = await tx
    .select({ session: tapSessions, person: tapPeople })
    .from(tapSessions)
    .innerJoin(tapPeople, eq(tapPeople.id, tapSessions.person))
    .where(and(eq(tapPeople.deployment, deployment), sql`${tapSessions.id} = any(${sql.param(ids)}::text[])`))
    .orderBy(tapPeople.id)
    .for("update", { of: [tapPeople, tapSessions], ...(wait ? {} : { skipLocked: true }) });
  return new Map(rows.map((row) => [row.session.id, row]));
}

/** What one transaction writes. */
class Page {
  readonly #now: Date;
  readonly #caps: TapCaps;
  readonly #people = new Map<number, PersonRow>();
  readonly #rows: Record<string, unknown>[] = [];

  constructor(now: Date, caps: TapCaps) {
    this.#now = now;
    this.#caps = caps;
  }

  /** Counts a batch that is new. */
  add({ batch, digest }: TapEntry, { session, person: read }: Held): Outcome<TapReceiptJson> {
    // Two sessions of one person may be in one transaction.
    const person = this.#people.get(read.id) ?? read;
    const { sequence, taps } = batch;
    if (person.session !== session.id) return { error: ended("replaced") };
    if (session.expiresAt * 1000 <= this.#now.getTime()) return { error: ended("expired") };
    if (sequence !== session.sequence + 1) return { error: outOfOrder(session.sequence + 1) };
    const caps = this.#caps;
    const verdict = judgeTaps(
      tapperOf(person),
      { taps, opens: sequence === 1 },
      { now: this.#now.getTime(), caps },
    );
    const { tapper, counted, points, issue } = verdict;
    const told = { session: batch.session, sequence, taps: taps.length, counted, points, issue };
    const receipt = toReceiptJson({ ...told, progress: progressOf(tapper, tapper.at, caps) });
    this.#people.set(person.id, { ...person, ...tapperColumns(tapper) });
    this.#rows.push({
      ...told,
      points: `${points}`,
      person: person.id,
      day: tapper.day,
      digest: digest.toString("hex"),
      receipt,
    });
    return { answer: receipt };
  }

  /** In one statement, whatever their number. */
  async write(tx: Queryable): Promise<void> {
    if (this.#rows.length === 0) return;
    await tx.execute(writing(this.#rows, [...this.#people.values()].map(toJson), this.#now));
  }
}

const toJson = ({ id, ...row }: PersonRow) => {
  const { earned, today, ...columns } = tapperColumns(tapperOf({ id, ...row }));
  return { ...columns, id, earned: `${earned}`, today: `${today}` };
};

function writing(rows: unknown, people: unknown, now: Date): SQL {
  return sql`
    with entry as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (
        session text, sequence integer, person bigint, day integer, digest text, taps smallint, counted smallint,
        points numeric, issue text, receipt jsonb)
    ), tapper as (
      update ${tapPeople} as person set
        at = now.at, energy_ms = now."energyMs", credit_ms = now."creditMs", run = now.run, busy_ms = now."busyMs",
        intervals = now.intervals, day = now.day, today = now.today, streak = now.streak,
        streak_day = now."streakDay", earned = now.earned
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as now (
        id bigint, at bigint, "energyMs" integer, "creditMs" integer, run integer, "busyMs" integer,
        intervals integer[], day integer, today numeric, streak integer, "streakDay" integer, earned numeric)
      where person.id = now.id
    ), session as (
      update ${tapSessions} as session set sequence = entry.sequence from entry where session.id = entry.session
    ), day as (
      insert into ${tapDays} (person, day, points)
      select person, day, sum(points) from entry where points > 0 group by person, day
      on conflict (person, day) do update set points = ${tapDays.points} + excluded.points
    )
    insert into ${tapBatches} (session, sequence, person, digest, taps, counted, points, issue, receipt, created_at)
    select session, sequence, person, decode(digest, 'hex'), taps, counted, points, issue, receipt, ${now.toISOString()}::timestamptz
    from entry`;
}

/** The answer that the batch got. */
async function replay(
  tx: Queryable,
  { batch: { session, sequence }, digest }: TapEntry,
  { sequence: last, forgotten }: SessionRow,
): Promise<Outcome<TapReceiptJson>> {
  const [row] = await tx
    .select({ digest: tapBatches.digest, receipt: tapBatches.receipt })
    .from(tapBatches)
    .where(and(eq(tapBatches.session, session), eq(tapBatches.sequence, sequence)));
  if (row === undefined && forgotten) return { error: new ProblemError("tap-batch-forgotten") };
  // The number is another batch's.
  if (row === undefined || Buffer.compare(row.digest, digest) !== 0) return { error: outOfOrder(last + 1) };
  return { answer: row.receipt };
}

const outOfOrder = (expected: number) => new ProblemError("tap-sequence", { extensions: { expected } });

/** A session takes nothing any more, or nobody signed it. */
export const ended = (reason: "unknown" | "replaced" | "expired") =>
  new ProblemError("tap-session-ended", { extensions: { reason } });
