import type { Leaderboard, LeaderboardPeriod } from "@qti/sdk/rewards/taps/wire";
import { tapLimits } from "@qti/sdk/rewards/taps/wire";
import { eq, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { ProblemError } from "../core/problem.ts";
import { errorCode } from "../core/toProblem.ts";
import type { Database } from "../database/client.ts";
import { isReserved, nameKey } from "./names.ts";
import { dayOf } from "./tapJudge.ts";
import type { TapPeople } from "./tapPeople.ts";
import { tapDays, tapNames, tapPeople } from "./tapTables.ts";

/** SQLSTATE of a value that is there already. */
const uniqueViolation = "23505";
/** UTC days of each period, today included. */
const daysOf: Record<LeaderboardPeriod, number | undefined> = { day: 1, week: 7, all: undefined };

export type LeaderboardsDeps = {
  db: Database;
  people: TapPeople;
  deployment: Deployment;
  clock: Clock;
};

/** Who earned most by taps, of those who want to be shown, and nobody else. */
export class Leaderboards {
  readonly #deps: LeaderboardsDeps;

  constructor(deps: LeaderboardsDeps) {
    this.#deps = deps;
  }

  async read(period: LeaderboardPeriod): Promise<Leaderboard> {
    const { db, clock } = this.#deps;
    const today = dayOf(clock.now().getTime());
    const days = daysOf[period];
    const from = days === undefined ? 0 : today - days + 1;
    const deployment = await this.#deps.deployment.recent();
    const { rows } = await db.execute<{ rank: number; name: string; points: string; streak: number }>(sql`
      select rank() over (order by sum(d.points) desc)::int as rank, n.name, sum(d.points)::text as points,
        case when p.streak_day >= ${today - 1} then p.streak else 0 end as streak
      from ${tapNames} n
      join ${tapDays} d on d.person = n.person and d.day >= ${from}
      join ${tapPeople} p on p.id = n.person
      where n.deployment = ${deployment}
      group by n.person, n.name, p.streak, p.streak_day
      order by sum(d.points) desc, n.name
      limit ${tapLimits.places}
    `);
    return { period, places: rows.map((row) => ({ ...row, points: BigInt(row.points) })) };
  }

  /** By which name the person behind the account is shown; null while it is not. */
  async nameOf(account: Address): Promise<string | null> {
    const { db, people } = this.#deps;
    const { person } = await people.find(account);
    if (person === undefined) return null;
    const [row] = await db.select().from(tapNames).where(eq(tapNames.person, person.id));
    return row?.name ?? null;
  }

  /** @throws {@link ProblemError} `tap-no-identity`: a person has one name; `name-taken` */
  async join(account: Address, name: string): Promise<void> {
    const { db, people, clock } = this.#deps;
    if (isReserved(name)) throw new ProblemError("name-taken");
    const { person, deployment, standing } = await people.resolve(account);
    if (standing.identity === 0n || !standing.canReceive) throw new ProblemError("tap-no-identity");
    const row = { deployment, name, key: nameKey(name), createdAt: clock.now() };
    try {
      await db
        .insert(tapNames)
        .values({ person: person.id, ...row })
        .onConflictDoUpdate({ target: tapNames.person, set: row });
    } catch (cause) {
      if (errorCode(cause) === uniqueViolation) throw new ProblemError("name-taken", { cause });
      throw cause;
    }
  }

  /** From the next read on nobody sees the name; it is deleted. */
  async leave(account: Address): Promise<void> {
    const { db, people } = this.#deps;
    const { person } = await people.find(account);
    if (person !== undefined) await db.delete(tapNames).where(eq(tapNames.person, person.id));
  }
}
