import { createHash } from "node:crypto";
import { tapBatchMessage } from "@qti/sdk/rewards/taps";
import type { TapBatch } from "@qti/sdk/rewards/taps/wire";
import { and, eq, sql } from "drizzle-orm";
import { hexToBytes } from "viem";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import type { RateLimiter } from "../core/rateLimit.ts";
import type { Database, Queryable } from "../database/client.ts";
import type { TapChain } from "./tapChain.ts";
import { judgeTaps, progressOf } from "./tapJudge.ts";
import { importTapKey, verifyTaps } from "./tapKey.ts";
import { lockPeople, type PersonRow, tapperColumns, tapperOf } from "./tapPeople.ts";
import { type TapReceiptJson, toReceiptJson } from "./tapReceipt.ts";
import { tapBatches, tapDays, tapPeople, tapSessions } from "./tapTables.ts";

export type TapDeskDeps = {
  db: Database;
  chain: TapChain;
  clock: Clock;
  /** Batches that one session may send. */
  batches: RateLimiter;
};

/** Keys that are kept at hand; whoever is forgotten is looked up again. */
const keptKeys = 4_000;

/**
 * Takes batches of taps. Each is one transaction that holds the person's row: what was acknowledged is in the ledger, what
 * was not is not, wherever the process ends; and the same batch again finds its answer there.
 */
export class TapDesk {
  readonly #deps: TapDeskDeps;
  /** Sessions never change their key. In order of last use. */
  readonly #keys = new Map<string, CryptoKey>();

  constructor(deps: TapDeskDeps) {
    this.#deps = deps;
  }

  /**
   * Counts a batch, once.
   *
   * @throws {@link ProblemError} `tap-session-ended`, `tap-batch-signature`, `tap-sequence`: it was not counted.
   */
  async accept(batch: TapBatch): Promise<TapReceiptJson> {
    const { db, chain, batches } = this.#deps;
    const key = await this.#keyOf(batch.session);
    if (!(await verifyTaps(key, batch, new Uint8Array(hexToBytes(batch.signature))))) {
      throw new ProblemError("tap-batch-signature");
    }
    // After the signature: nobody else can use up what a session may send.
    const wait = batches.take(batch.session);
    if (wait > 0) throw new ProblemError("rate-limited", { headers: { "retry-after": String(wait) } });
    const caps = await chain.caps();
    const digest = createHash("sha256").update(tapBatchMessage(batch)).digest();
    return db.transaction(async (tx) => {
      const { person, session } = await this.#lock(tx, batch.session);
      if (batch.sequence <= session.sequence) return replay(tx, batch, digest, session.sequence);
      this.#requireLive(person, session);
      const expected = session.sequence + 1;
      if (batch.sequence !== expected) throw outOfOrder(expected);
      // Read while the row is held, so that it never goes back from one batch to the next.
      const now = this.#deps.clock.now();
      const opens = batch.sequence === 1;
      const verdict = judgeTaps(tapperOf(person), { taps: batch.taps, opens }, { now: now.getTime(), caps });
      const { tapper, counted, points, issue } = verdict;
      const receipt = toReceiptJson({
        session: batch.session,
        sequence: batch.sequence,
        taps: batch.taps.length,
        counted,
        points,
        issue,
        progress: progressOf(tapper, tapper.at, caps),
      });
      await tx.update(tapPeople).set(tapperColumns(tapper)).where(eq(tapPeople.id, person.id));
      await tx.update(tapSessions).set({ sequence: batch.sequence }).where(eq(tapSessions.id, session.id));
      if (points > 0n) await addToDay(tx, person.id, tapper.day, points);
      await tx.insert(tapBatches).values({
        session: batch.session,
        sequence: batch.sequence,
        person: person.id,
        digest,
        taps: batch.taps.length,
        counted,
        points,
        issue,
        receipt,
        createdAt: now,
      });
      return receipt;
    });
  }

  /** The session and the person whose it is now, locked: whoever was attested meanwhile is another one. */
  async #lock(tx: Queryable, id: string): Promise<{ person: PersonRow; session: SessionRow }> {
    let owner = (await sessionOf(tx, id))?.person;
    for (;;) {
      if (owner === undefined) throw ended("unknown");
      const [person] = await lockPeople(tx, [owner]);
      const session = await sessionOf(tx, id);
      if (person === undefined || session === undefined) throw ended("unknown");
      if (session.person === person.id) return { person, session };
      owner = session.person;
    }
  }

  #requireLive({ session: live }: PersonRow, { id, expiresAt }: SessionRow): void {
    if (live !== id) throw ended("replaced");
    if (expiresAt * 1000 <= this.#deps.clock.now().getTime()) throw ended("expired");
  }

  async #keyOf(id: string): Promise<CryptoKey> {
    const known = this.#keys.get(id);
    const session = known === undefined ? await sessionOf(this.#deps.db, id) : undefined;
    const key = known ?? (session === undefined ? undefined : await importTapKey(session.key));
    if (key === undefined) throw ended("unknown");
    this.#keys.delete(id);
    this.#keys.set(id, key);
    const oldest = this.#keys.keys().next().value;
    if (this.#keys.size > keptKeys && oldest !== undefined) this.#keys.delete(oldest);
    return key;
  }
}

type SessionRow = typeof tapSessions.$inferSelect;

async function sessionOf(db: Queryable, id: string): Promise<SessionRow | undefined> {
  const [row] = await db.select().from(tapSessions).where(eq(tapSessions.id, id));
  return row;
}

/** The answer that the batch got. @throws {@link ProblemError} `tap-sequence` when the number is another batch's. */
async function replay(
  tx: Queryable,
  { session, sequence }: TapBatch,
  digest: Uint8Array,
  last: number,
): Promise<TapReceiptJson> {
  const [row] = await tx
    .select({ digest: tapBatches.digest, receipt: tapBatches.receipt })
    .from(tapBatches)
    .where(and(eq(tapBatches.session, session), eq(tapBatches.sequence, sequence)));
  if (row === undefined || Buffer.compare(row.digest, digest) !== 0) throw outOfOrder(last + 1);
  return row.receipt;
}

async function addToDay(tx: Queryable, person: number, day: number, points: bigint): Promise<void> {
  await tx
    .insert(tapDays)
    .values({ person, day, points })
    .onConflictDoUpdate({
      target: [tapDays.person, tapDays.day],
      set: { points: sql`${tapDays.points} + excluded.points` },
    });
}

const outOfOrder = (expected: number) => new ProblemError("tap-sequence", { extensions: { expected } });
const ended = (reason: "unknown" | "replaced" | "expired") =>
  new ProblemError("tap-session-ended", { extensions: { reason } });
