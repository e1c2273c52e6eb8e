import { type TapSession, tapSessionTypedData } from "@qti/sdk/rewards/taps";
import type { LiveTapSession, startTapSessionBodySchema } from "@qti/sdk/rewards/taps/wire";
import { and, eq } from "drizzle-orm";
import { type Hex, hashTypedData, hexToBytes } from "viem";
import type { z } from "zod";
import type { ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database, Queryable } from "../database/client.ts";
import { verifyTypedData } from "../identity/verifySignature.ts";
import type { TapChain } from "./tapChain.ts";
import { progressOf } from "./tapJudge.ts";
import { importTapKey } from "./tapKey.ts";
import { lockPeople, type PersonRow, type TapPeople, tapperOf } from "./tapPeople.ts";
import { tapRules } from "./tapRules.ts";
import { tapPeople, tapSessions } from "./tapTables.ts";

const { lifeSeconds, issuedWithinSeconds, aheadSeconds } = tapRules.session;

export type TapSessionDeskDeps = {
  db: Database;
  client: ChainClient;
  chain: TapChain;
  people: TapPeople;
  deployment: Deployment;
  clock: Clock;
};

type SessionRow = typeof tapSessions.$inferSelect;

/** Takes what wallets sign so that a key may tap for them. */
export class TapSessionDesk {
  readonly #deps: TapSessionDeskDeps;

  constructor(deps: TapSessionDeskDeps) {
    this.#deps = deps;
  }

  /**
   * Starts a session, which ends the one that the person had, on whatever account of the identity. The same authorisation sent
   * again answers the same while the session lives; once it has ended it starts nothing any more.
   *
   * @throws {@link ProblemError} `tap-session-clock`, `tap-session-key`, `tap-session-signature`, `tap-session-replayed`,
   * `chain-unreachable`
   */
  async start({ session, signature }: z.output<typeof startTapSessionBodySchema>): Promise<LiveTapSession> {
    const { db, client, chain, people, clock } = this.#deps;
    const typedData = tapSessionTypedData({
      chainId: chain.id,
      tapRewards: chain.contracts.tapRewards,
      session,
    });
    const id = hashTypedData(typedData);
    const known = await findLive(db, await this.#deps.deployment.current(), id);
    if (known !== undefined) return this.#answer(known.session, known.person);

    const key = hexToBytes(session.key);
    this.#requireTimes(session);
    requireKey(key);
    const { account } = session;
    const signed = await verifyTypedData(client, { account, typedData, signature });
    if (!signed) throw new ProblemError("tap-session-signature");

    const { person, deployment } = await people.resolve(account);
    const issuedAt = Number(session.issuedAt);
    const live = await db.transaction(async (tx) => {
      const [locked] = await lockPeople(tx, [person.id]);
      // Attested and merged in the meantime, or replayed: either way a newer one has to be signed.
      if (locked === undefined || locked.mergedInto !== null || issuedAt <= locked.issuedAt) {
        // Sent twice at once, both are answered.
        return findLive(tx, deployment, id);
      }
      const [row] = await tx
        .insert(tapSessions)
        .values({
          id,
          person: locked.id,
          account,
          key,
          issuedAt,
          expiresAt: Number(session.expiresAt),
          createdAt: clock.now(),
        })
        // It was used on another chain, which is as good as used.
        .onConflictDoNothing()
        .returning();
      if (row === undefined) return undefined;
      await tx.update(tapPeople).set({ session: id, issuedAt }).where(eq(tapPeople.id, locked.id));
      return { session: row, person: locked };
    });
    if (live === undefined) throw new ProblemError("tap-session-replayed");
    return this.#answer(live.session, live.person);
  }

  #requireTimes({ issuedAt, expiresAt }: TapSession): void {
    const now = Math.floor(this.#deps.clock.now().getTime() / 1000);
    const early = issuedAt < BigInt(now - issuedWithinSeconds);
    const late = issuedAt > BigInt(now + aheadSeconds);
    const life = expiresAt - issuedAt;
    if (early || late || life <= 0n || life > BigInt(lifeSeconds) || expiresAt <= BigInt(now)) {
      throw new ProblemError("tap-session-clock", { extensions: { now, lifeSeconds } });
    }
  }

  async #answer(
    { id, account, expiresAt, sequence }: SessionRow,
    person: PersonRow,
  ): Promise<LiveTapSession> {
    const { chain, clock } = this.#deps;
    const progress = progressOf(tapperOf(person), clock.now().getTime(), await chain.caps());
    return { id: id as Hex, account: account as Hex, expiresAt, sequence, progress };
  }
}

function requireKey(key: Uint8Array): void {
  try {
    importTapKey(key);
  } catch (cause) {
    throw new ProblemError("tap-session-key", { cause });
  }
}

/** A session that takes taps, and whose they are. */
async function findLive(
  db: Queryable,
  deployment: number,
  id: string,
): Promise<{ session: SessionRow; person: PersonRow } | undefined> {
  const [row] = await db
    .select({ session: tapSessions, person: tapPeople })
    .from(tapSessions)
    .innerJoin(tapPeople, and(eq(tapPeople.id, tapSessions.person), eq(tapPeople.session, tapSessions.id)))
    .where(and(eq(tapSessions.id, id), eq(tapPeople.deployment, deployment)));
  return row;
}
