import { and, desc, eq, gte, inArray, like, max, ne, notInArray, sql, sum } from "drizzle-orm";
import type { Address, Hash, Hex } from "viem";
import type { Database } from "./database.ts";
import { attempts, earnings, transactions } from "./tables.ts";

/** Who signs, on which chain. */
export type Signer = { genesis: Hash; account: Address };

/** A transaction that was decided. */
export type Planned = { job: string; subject: string; nonce: number; to: Address; data: Hex; gas: bigint };

/** One signed form of it. */
export type Attempt = {
  hash: Hash;
  raw: Hex;
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
  sentAt: Date;
};

/** A transaction whose end is not known yet, its newest attempt first. */
export type Pending = Planned & { id: number; attempts: readonly Attempt[] };

/** How it ended. */
export type Ending =
  | {
      state: "confirmed" | "reverted";
      block: bigint;
      gasUsed: bigint;
      gasPrice: bigint;
      earned: ReadonlyMap<Address, bigint>;
    }
  /** Somebody else used the nonce. */
  | { state: "lost" };

/** What the keeper earned and spent since it began, on one chain. */
export type Accounts = {
  /** Wei paid for gas, by job. */
  spent: { job: string; transactions: number; reverted: number; wei: bigint }[];
  /** Smallest units of each token, by job. */
  earned: { job: string; token: Address; amount: bigint }[];
};

/** The keeper's memory of what it sent. Everything it may not do twice is written here first. */
export class Journal {
  readonly #db: Database;
  readonly #signer: Signer;

  constructor(db: Database, signer: Signer) {
    this.#db = db;
    this.#signer = signer;
  }

  get #mine() {
    return and(
      eq(transactions.genesis, this.#signer.genesis),
      eq(transactions.account, this.#signer.account),
    );
  }

  /** Writes a decision and its first signed form, both or neither. */
  async open(planned: Planned, attempt: Omit<Attempt, "sentAt">): Promise<Pending> {
    return this.#db.transaction(async (tx) => {
      const [row] = await tx
        .insert(transactions)
        .values({ ...this.#signer, ...planned })
        .returning({ id: transactions.id });
      const id = Number(row?.id);
      const [saved] = await tx
        .insert(attempts)
        .values({ ...attempt, transaction: id })
        .returning();
      return { ...planned, id, attempts: [{ ...attempt, sentAt: saved?.sentAt ?? new Date() }] };
    });
  }

  /** Writes another signed form of the same transaction. */
  async replace(pending: Pending, attempt: Omit<Attempt, "sentAt">): Promise<Pending> {
    const [saved] = await this.#db
      .insert(attempts)
      .values({ ...attempt, transaction: pending.id })
      .returning();
    const added = { ...attempt, sentAt: saved?.sentAt ?? new Date() };
    return { ...pending, attempts: [added, ...pending.attempts] };
  }

  /** What has no end yet, oldest nonce first: at most one in ordinary life, written by a process that was killed. */
  async unfinished(): Promise<Pending[]> {
    const rows = await this.#db
      .select()
      .from(transactions)
      .innerJoin(attempts, eq(attempts.transaction, transactions.id))
      .where(and(this.#mine, eq(transactions.state, "pending")))
      .orderBy(transactions.nonce, desc(attempts.sentAt), desc(attempts.maxFeePerGas));
    const found = new Map<number, Pending & { attempts: Attempt[] }>();
    for (const { transactions: row, attempts: attempt } of rows) {
      const entry = found.get(row.id) ?? {
        id: row.id,
        job: row.job,
        subject: row.subject,
        nonce: row.nonce,
        to: row.to as Address,
        data: row.data as Hex,
        gas: row.gas,
        attempts: [],
      };
      entry.attempts.push({ ...attempt, hash: attempt.hash as Hash, raw: attempt.raw as Hex });
      found.set(row.id, entry);
    }
    return [...found.values()];
  }

  /** Writes the end and what came of it, once: a second call for the same transaction changes nothing. */
  async close(pending: Pending, ending: Ending): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const { earned, ...columns } = ending.state === "lost" ? { ...ending, earned: undefined } : ending;
      const closed = await tx
        .update(transactions)
        .set({ ...columns, finishedAt: new Date() })
        .where(and(eq(transactions.id, pending.id), eq(transactions.state, "pending")))
        .returning({ id: transactions.id });
      if (closed.length === 0 || earned === undefined || earned.size === 0) return;
      const rows = [...earned].map(([token, amount]) => ({ transaction: pending.id, token, amount }));
      await tx.insert(earnings).values(rows);
    });
  }

  /**
   * Takes out of the books what a reorganisation took out of the chain: everything that ended with this nonce or a later one.
   *
   * @param nonce number of transactions of the account that the chain holds now
   * @returns how many there were
   */
  async undo(nonce: number): Promise<number> {
    return this.#db.transaction(async (tx) => {
      const gone = await tx
        .update(transactions)
        .set({ state: "undone" })
        .where(
          and(
            this.#mine,
            gte(transactions.nonce, nonce),
            notInArray(transactions.state, ["pending", "undone"]),
          ),
        )
        .returning({ id: transactions.id });
      const ids = gone.map(({ id }) => id);
      if (ids.length > 0) {
        await tx.delete(earnings).where(inArray(earnings.transaction, ids));
        // Signing is deterministic: the same wish gives the same bytes again, under the same hash.
        await tx.delete(attempts).where(inArray(attempts.transaction, ids));
      }
      return ids.length;
    });
  }

  /** Wei of gas that a job paid for what ended since a moment. */
  async spentSince(job: string, since: Date): Promise<bigint> {
    const [row] = await this.#db
      .select({ wei: sql<string>`coalesce(sum(${transactions.gasUsed} * ${transactions.gasPrice}), 0)` })
      .from(transactions)
      .where(
        and(
          this.#mine,
          eq(transactions.job, job),
          gte(transactions.finishedAt, since),
          ne(transactions.state, "undone"),
        ),
      );
    return BigInt(row?.wei ?? 0);
  }

  /** Block of the last call of a function that a job did and the chain confirmed. */
  async lastBlock(job: string, functionName: string): Promise<bigint | undefined> {
    const [row] = await this.#db
      .select({ block: max(transactions.block) })
      .from(transactions)
      .where(
        and(
          this.#mine,
          eq(transactions.job, job),
          eq(transactions.state, "confirmed"),
          like(transactions.subject, `${functionName} %`),
        ),
      );
    return row?.block ?? undefined;
  }

  /** The keeper's books. */
  async accounts(): Promise<Accounts> {
    const spent = await this.#db
      .select({
        job: transactions.job,
        transactions: sql<number>`count(*)::int`,
        reverted: sql<number>`(count(*) filter (where ${transactions.state} = 'reverted'))::int`,
        wei: sql<string>`coalesce(sum(${transactions.gasUsed} * ${transactions.gasPrice}), 0)`,
      })
      .from(transactions)
      .where(and(this.#mine, ne(transactions.state, "undone")))
      .groupBy(transactions.job)
      .orderBy(transactions.job);
    const earned = await this.#db
      .select({ job: transactions.job, token: earnings.token, amount: sum(earnings.amount) })
      .from(earnings)
      .innerJoin(transactions, eq(earnings.transaction, transactions.id))
      .where(this.#mine)
      .groupBy(transactions.job, earnings.token)
      .orderBy(transactions.job, earnings.token);
    return {
      spent: spent.map((row) => ({ ...row, wei: BigInt(row.wei) })),
      earned: earned.map((row) => ({ ...row, token: row.token as Address, amount: BigInt(row.amount ?? 0) })),
    };
  }
}
