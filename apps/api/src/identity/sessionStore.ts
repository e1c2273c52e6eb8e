import { createHash, createHmac, randomBytes } from "node:crypto";
import { and, desc, eq, gt, lte, notInArray } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import { sessions, signInNonces } from "./tables.ts";

/** A signed-in account. */
export type Session = {
  account: `0x${string}`;
  chainId: number;
  level: number;
  createdAt: Date;
  expiresAt: Date;
};

const nonceLifeMs = 5 * 60_000;
const sessionLifeMs = 12 * 60 * 60_000;
/** Signing in once more ends the oldest session beyond these. */
const sessionsPerAccount = 20;

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
  async start(account: `0x${string}`, chainId: number): Promise<{ token: string; session: Session }> {
    const token = randomBytes(32).toString("base64url");
    const createdAt = this.#clock.now();
    const session: Session = {
      account,
      chainId,
      level: 1,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + sessionLifeMs),
    };
    await this.#db.transaction(async (tx) => {
      await tx.insert(sessions).values({ tokenHash: this.#hash(token), ...session });
      const kept = await tx
        .select({ tokenHash: sessions.tokenHash })
        .from(sessions)
        .where(eq(sessions.account, account))
        .orderBy(desc(sessions.createdAt))
        .limit(sessionsPerAccount);
      const keptHashes = kept.map((row) => row.tokenHash);
      await tx
        .delete(sessions)
        .where(and(eq(sessions.account, account), notInArray(sessions.tokenHash, keptHashes)));
    });
    return { token, session };
  }

  async find(token: string): Promise<Session | undefined> {
    // Junk in a cookie costs no query.
    if (!tokenPattern.test(token)) return undefined;
    const [row] = await this.#db
      .select()
      .from(sessions)
      .where(and(eq(sessions.tokenHash, this.#hash(token)), gt(sessions.expiresAt, this.#clock.now())));
    if (row === undefined) return undefined;
    return {
      account: row.account as `0x${string}`,
      chainId: row.chainId,
      level: row.level,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
    };
  }

  async end(token: string): Promise<void> {
    if (!tokenPattern.test(token)) return;
    await this.#db.delete(sessions).where(eq(sessions.tokenHash, this.#hash(token)));
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
