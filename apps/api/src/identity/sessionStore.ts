import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import type { SessionEntry } from "@qti/sdk/identity/sign-in/wire";
import { and, desc, eq, gt, inArray, lte, ne, sql } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import { asAccount, readAsAccount } from "../database/asAccount.ts";
import type { Database } from "../database/client.ts";
import type { ClientKind } from "./client.ts";
import { sessions, signInNonces } from "./tables.ts";

/** A signed-in account. */
export type Session = {
  id: string;
  account: `0x${string}`;
  chainId: number;
  /** 1 = signed in with the wallet, 2 = and a second factor was given in it. */
  level: number;
  steppedUpAt: Date | null;
  createdAt: Date;
  expiresAt: Date;
};

const nonceLifeMs = 5 * 60_000;
const sessionLifeMs = 12 * 60 * 60_000;
/** Signing in once more ends the oldest session beyond these. */
const sessionsPerAccount = 20;
const usedEveryMs = 60_000;

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** Nonces and sessions in PostgreSQL, so that any process of the api can serve any request. */
export class SessionStore {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #secret: string | undefined;

  /**
   * @param secret With it, tokens are hashed with a key that is not in the database, so that even someone who can write to the
   * database cannot make a session.
   */
  constructor(db: Database, clock: Clock, secret: string | undefined) {
    this.#db = db;
    this.#clock = clock;
    this.#secret = secret;
  }

  async issueNonce(): Promise<{ nonce: string; expiresAt: Date }> {
    const nonce = randomBytes(24).toString("hex");
    const expiresAt = new Date(this.#clock.now().getTime() + nonceLifeMs);
    await this.#db.insert(signInNonces).values({ nonceHash: this.#hash(nonce), expiresAt });
    return { nonce, expiresAt };
  }

  /** Spends a nonce. True once for each nonce that was issued here and has not expired. */
  async spendNonce(nonce: string): Promise<boolean> {
    const spent = await this.#db
      .delete(signInNonces)
      .where(eq(signInNonces.nonceHash, this.#hash(nonce)))
      .returning({ expiresAt: signInNonces.expiresAt });
    const [row] = spent;
    return row !== undefined && row.expiresAt > this.#clock.now();
  }

  /** Starts a session and answers with the token that only the caller will ever hold. */
  async start(
    account: `0x${string}`,
    chainId: number,
    client: ClientKind,
  ): Promise<{ token: string; session: Session }> {
    const token = newToken();
    const createdAt = this.#clock.now();
    const session: Session = {
      id: randomUUID(),
      account,
      chainId,
      level: 1,
      steppedUpAt: null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + sessionLifeMs),
    };
    await asAccount(this.#db, account, async (tx) => {
      await tx
        .insert(sessions)
        .values({ tokenHash: this.#hash(token), ...session, ...client, lastUsedAt: createdAt });
      const beyond = tx
        .select({ tokenHash: sessions.tokenHash })
        .from(sessions)
        .where(eq(sessions.account, account))
        .orderBy(desc(sessions.createdAt))
        .offset(sessionsPerAccount);
      // In one statement: one that began meanwhile is among those that are looked at, or is not touched.
      await tx.delete(sessions).where(inArray(sessions.tokenHash, beyond));
    });
    return { token, session };
  }

  async find(token: string): Promise<Session | undefined> {
    // Junk in a cookie costs no query.
    if (!tokenPattern.test(token)) return undefined;
    const now = this.#clock.now();
    const session = this.#hash(token);
    const [row] = await readAsAccount(this.#db, { session }, (tx) =>
      tx
        .select()
        .from(sessions)
        .where(
          and(
            eq(sessions.tokenHash, sql.placeholder("session")),
            gt(sessions.expiresAt, sql.placeholder("now")),
          ),
        )
        .prepare("session_of_token")
        .execute({ session, now }),
    );
    if (row === undefined) return undefined;
    if (now.getTime() - row.lastUsedAt.getTime() >= usedEveryMs) {
      await asAccount(this.#db, row.account, (tx) =>
        tx.update(sessions).set({ lastUsedAt: now }).where(eq(sessions.id, row.id)),
      );
    }
    return toSession(row);
  }

  /**
   * A second factor was given in the session. It goes on under another token: who copied the one of before, at whatever time, is
   * signed out instead of raised as well. Answers undefined when the session ended meanwhile.
   */
  async stepUp(account: string, token: string): Promise<{ token: string; session: Session } | undefined> {
    const next = newToken();
    const [row] = await asAccount(this.#db, account, (tx) =>
      tx
        .update(sessions)
        .set({ tokenHash: this.#hash(next), level: 2, steppedUpAt: this.#clock.now() })
        .where(eq(sessions.tokenHash, this.#hash(token)))
        .returning(),
    );
    return row === undefined ? undefined : { token: next, session: toSession(row) };
  }

  /** Sessions of the same account, the last used first. */
  async list({ id: current, account }: Session): Promise<SessionEntry[]> {
    const rows = await readAsAccount(this.#db, account, (tx) =>
      tx
        .select()
        .from(sessions)
        .where(and(eq(sessions.account, account), gt(sessions.expiresAt, this.#clock.now())))
        .orderBy(desc(sessions.lastUsedAt), desc(sessions.createdAt)),
    );
    return rows.map(({ id, browser, system, level, steppedUpAt, createdAt, lastUsedAt, expiresAt }) => ({
      id,
      current: id === current,
      browser,
      system,
      level,
      steppedUpAt: steppedUpAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
  }

  async end(token: string): Promise<void> {
    if (!tokenPattern.test(token)) return;
    const session = this.#hash(token);
    await asAccount(this.#db, { session }, (tx) =>
      tx.delete(sessions).where(eq(sessions.tokenHash, session)),
    );
  }

  /** Ends one session of an account. False when it has none with this id. */
  async endById(account: string, id: string): Promise<boolean> {
    const ended = await asAccount(this.#db, account, (tx) =>
      tx
        .delete(sessions)
        .where(and(eq(sessions.account, account), eq(sessions.id, id)))
        .returning({ id: sessions.id }),
    );
    return ended.length > 0;
  }

  /** Ends every other session of the same account, and answers how many. */
  async endOthers({ account, id }: Session): Promise<number> {
    const ended = await asAccount(this.#db, account, (tx) =>
      tx
        .delete(sessions)
        .where(and(eq(sessions.account, account), ne(sessions.id, id)))
        .returning({ id: sessions.id }),
    );
    return ended.length;
  }

  /** Forgets what has expired. */
  async purge(): Promise<void> {
    const now = this.#clock.now();
    await this.#db.delete(signInNonces).where(lte(signInNonces.expiresAt, now));
    await this.#db.delete(sessions).where(lte(sessions.expiresAt, now));
  }

  #hash(value: string): string {
    const hash = this.#secret === undefined ? createHash("sha256") : createHmac("sha256", this.#secret);
    return hash.update(value).digest("hex");
  }
}

const newToken = () => randomBytes(32).toString("base64url");

function toSession(row: typeof sessions.$inferSelect): Session {
  const { id, chainId, level, steppedUpAt, createdAt, expiresAt } = row;
  return { id, account: row.account as `0x${string}`, chainId, level, steppedUpAt, createdAt, expiresAt };
}
