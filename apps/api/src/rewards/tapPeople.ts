import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database, Queryable } from "../database/client.ts";
import type { TapChain, TapStanding } from "./tapChain.ts";
import { mergeTappers, newTapper, type Tapper } from "./tapJudge.ts";
import { tapDays, tapPeople, tapSessions } from "./tapTables.ts";

export type PersonRow = typeof tapPeople.$inferSelect;

/** On which deployment, who an account is there, what it claimed on the chain and the number of its last claim, and its row. */
export type Found = {
  deployment: number;
  standing: TapStanding;
  claimed: bigint;
  sequence: number;
  person: PersonRow | undefined;
};

export type TapPeopleDeps = { db: Database; chain: TapChain; deployment: Deployment; clock: Clock };

/** More than these are searched for again. */
const keptSearches = 10_000;

/** An identity by its number, and where that number was given. */
type Place = { deployment: number; identity: bigint };

/**
 * Who is behind an account. All accounts of an identity are one person with one energy, one cap and one session; a wallet
 * without an identity is one by itself, whose taps wait. They come to the identity whose first account it becomes, once:
 * what was tapped with a wallet that is linked later comes to nobody, so that many wallets are worth no more than one.
 */
export class TapPeople {
  readonly #deps: TapPeopleDeps;
  /** First accounts that were searched for what they brought. */
  readonly #searched = new Set<string>();

  constructor(deps: TapPeopleDeps) {
    this.#deps = deps;
  }

  /** Finds who is behind an account, and makes a row for somebody new. */
  async resolve(account: Address): Promise<Found & { person: PersonRow }> {
    const found = await this.find(account);
    if (found.person !== undefined) return { ...found, person: found.person };
    const { db, clock } = this.#deps;
    const { deployment, standing, claimed } = found;
    const now = clock.now();
    if (standing.identity !== 0n) {
      const person = await insertIdentity(db, { deployment, identity: standing.identity }, claimed, now);
      return { ...found, person };
    }
    await db
      .insert(tapPeople)
      .values({
        deployment,
        wallet: account,
        ...tapperColumns(newTapper(now.getTime(), false)),
        createdAt: now,
      })
      .onConflictDoNothing();
    const [person] = await db
      .select()
      .from(tapPeople)
      .where(and(eq(tapPeople.deployment, deployment), eq(tapPeople.wallet, account)));
    // Attested in the same moment: asked again it is found as the identity.
    return person === undefined || person.mergedInto !== null ? this.resolve(account) : { ...found, person };
  }

  /** Finds who is behind an account; undefined for who never tapped. */
  async find(account: Address): Promise<Found> {
    const { db, chain } = this.#deps;
    // Asked in one moment: the number means something on this chain only.
    const [deployment, standing] = await Promise.all([
      this.#deps.deployment.current(),
      chain.standing(account),
    ]);
    const waiting = await waitingOf(db, deployment, account);
    if (standing.identity === 0n) return { deployment, standing, claimed: 0n, sequence: 0, person: waiting };
    const place = { deployment, identity: standing.identity };
    const { total: claimed, sequence } = await chain.tally(standing.identity);
    const known = await personOf(db, place);
    const brought = known?.adopted
      ? undefined
      : await this.#brings(account, { deployment, hash: standing.hash, waiting });
    const person =
      brought === undefined
        ? await this.#restored(known, claimed)
        : await this.#adopt(place, claimed, brought);
    return { deployment, standing, claimed, sequence, person };
  }

  /** The waiting row that this identity has a right to. */
  async #brings(
    account: Address,
    { deployment, hash, waiting }: { deployment: number; hash: Hex; waiting: PersonRow | undefined },
  ): Promise<PersonRow | undefined> {
    const { db, chain } = this.#deps;
    const { first, successor } = await chain.firstOf(hash, account);
    if (first === successor && waiting !== undefined) return waiting;
    if (first === undefined) return undefined;
    const own = await waitingOf(db, deployment, first);
    return own ?? this.#broughtByLost(deployment, first);
  }

  /** What waited for an account in whose place the first one is now. Nothing waits anew for who was attested, so once is enough. */
  async #broughtByLost(deployment: number, first: Address): Promise<PersonRow | undefined> {
    const key = `${deployment}:${first}`;
    if (this.#searched.has(key)) return undefined;
    const accounts = await this.#deps.chain.lostFor(first);
    if (accounts === undefined) return undefined;
    for (const lost of accounts) {
      const waiting = await waitingOf(this.#deps.db, deployment, lost);
      if (waiting !== undefined) return waiting;
    }
    if (this.#searched.size >= keptSearches) this.#searched.clear();
    this.#searched.add(key);
    return undefined;
  }

  /** Gives what waited to the identity, in one transaction, once. */
  async #adopt(place: Place, claimed: bigint, { id }: PersonRow): Promise<PersonRow | undefined> {
    const { db, clock } = this.#deps;
    const now = clock.now();
    return db.transaction(async (tx) => {
      const known = await insertIdentity(tx, place, claimed, now);
      const rows = await lockPeople(tx, [known.id, id]);
      const person = rows.find((row) => row.id === known.id);
      const waiting = rows.find((row) => row.id === id);
      if (person === undefined || waiting === undefined) return person;
      if (person.adopted || waiting.mergedInto !== null) return person;
      // Of what the chain paid and this database forgot, what waited may have been a part: it is not paid again.
      const unpaid = waiting.earned > person.restored ? waiting.earned - person.restored : 0n;
      const brought = { ...tapperOf(waiting), earned: unpaid };
      const [merged] = await tx
        .update(tapPeople)
        .set({
          ...tapperColumns(mergeTappers(tapperOf(person), brought, now.getTime())),
          adopted: true,
          issuedAt: Math.max(person.issuedAt, waiting.issuedAt),
          session: person.session ?? waiting.session,
        })
        .where(eq(tapPeople.id, person.id))
        .returning();
      await tx.update(tapPeople).set({ mergedInto: person.id, session: null }).where(eq(tapPeople.id, id));
      await tx.update(tapSessions).set({ person: person.id }).where(eq(tapSessions.person, id));
      await moveDays(tx, id, person.id);
      return merged;
    });
  }

  /**
   * A database older than the chain does not know of everything that was claimed: what is earned from now on counts on top
   * of it, instead of being taken for paid.
   */
  async #restored(person: PersonRow | undefined, claimed: bigint): Promise<PersonRow | undefined> {
    if (person === undefined || person.earned >= claimed) return person;
    return this.#deps.db.transaction(async (tx) => {
      const [locked] = await lockPeople(tx, [person.id]);
      if (locked === undefined || locked.earned >= claimed) return locked;
      const restored = locked.restored + (claimed - locked.earned);
      const [row] = await tx
        .update(tapPeople)
        .set({ earned: claimed, restored })
        .where(eq(tapPeople.id, locked.id))
        .returning();
      return row;
    });
  }
}

/** The row of an identity, new or not. What it claimed is where its account begins. */
async function insertIdentity(tx: Queryable, place: Place, claimed: bigint, now: Date): Promise<PersonRow> {
  const tapper = { ...newTapper(now.getTime(), true), earned: claimed };
  await tx
    .insert(tapPeople)
    .values({ ...place, ...tapperColumns(tapper), restored: claimed, createdAt: now })
    .onConflictDoNothing();
  const row = await personOf(tx, place);
  if (row === undefined) throw new ProblemError("database-unavailable");
  return row;
}

export function tapperOf(row: PersonRow): Tapper {
  const { at, energyMs, creditMs, run, busyMs, intervals, day, today, streak, streakDay, earned } = row;
  return {
    at,
    energyMs,
    creditMs,
    run,
    busyMs,
    intervals,
    day,
    today,
    streak,
    streakDay,
    earned,
    verified: row.identity !== null,
  };
}

/** What a judgement writes into a row. */
export function tapperColumns({ verified: _, ...columns }: Tapper): Omit<Tapper, "verified"> {
  return columns;
}

/** Locks people, always in the same order. */
export async function lockPeople(tx: Queryable, ids: readonly number[]): Promise<PersonRow[]> {
  return tx
    .select()
    .from(tapPeople)
    .where(inArray(tapPeople.id, [...ids]))
    .orderBy(tapPeople.id)
    .for("update");
}

async function personOf(db: Queryable, { deployment, identity }: Place): Promise<PersonRow | undefined> {
  const [row] = await db
    .select()
    .from(tapPeople)
    .where(and(eq(tapPeople.deployment, deployment), eq(tapPeople.identity, identity)));
  return row;
}

async function waitingOf(db: Queryable, deployment: number, wallet: Address): Promise<PersonRow | undefined> {
  const [row] = await db
    .select()
    .from(tapPeople)
    .where(
      and(eq(tapPeople.deployment, deployment), eq(tapPeople.wallet, wallet), isNull(tapPeople.mergedInto)),
    );
  return row;
}

async function moveDays(tx: Queryable, from: number, to: number): Promise<void> {
  await tx.execute(sql`
    insert into ${tapDays} (person, day, points)
    select ${to}, day, points from ${tapDays} where person = ${from}
    on conflict (person, day) do update set points = ${tapDays.points} + excluded.points
  `);
  await tx.delete(tapDays).where(eq(tapDays.person, from));
}
