import { and, desc, eq, gt, lt } from "drizzle-orm";
import type { Hash } from "viem";
import type { Queryable } from "../database/client.ts";
import type { ChainClient } from "./chain.ts";
import type { blockTrailTable } from "./deploymentTables.ts";

/** Blocks that are remembered, to see how far a reorganisation reaches. */
const rememberedBlocks = 128;

/** A block of the chain. */
export type TrailBlock = { number: number; hash: Hash };

/** The newest remembered block that the chain still has, and whether it is the newest that is remembered. */
export type Past = { common: number | undefined; continued: boolean };

/**
 * How far something was brought that follows a chain, in a table of its own. The block that was reached is written down last, so
 * whoever is cut off does a part again; and the blocks before it tell how far back a reorganisation reaches.
 */
export class BlockTrail {
  readonly #chain: ChainClient;
  readonly #table: ReturnType<typeof blockTrailTable>;

  constructor(chain: ChainClient, table: ReturnType<typeof blockTrailTable>) {
    this.#chain = chain;
    this.#table = table;
  }

  /** What of the blocks that are remembered the chain still has. */
  async retrace(db: Queryable, deployment: number, head: TrailBlock): Promise<Past> {
    const { number, hash } = this.#table;
    const known = await db
      .select({ number, hash })
      .from(this.#table)
      .where(eq(this.#table.deployment, deployment))
      .orderBy(desc(number))
      .limit(rememberedBlocks);
    for (const block of known) {
      if (await this.#stands(block, head)) {
        return { common: block.number, continued: block.number === known[0]?.number };
      }
    }
    return { common: undefined, continued: known.length === 0 };
  }

  /** Forgets blocks above one, all of them where there is none that the chain still has. */
  async cut(tx: Queryable, deployment: number, common = -1): Promise<void> {
    const table = this.#table;
    await tx.delete(table).where(and(eq(table.deployment, deployment), gt(table.number, common)));
  }

  /** Writes down a block that was reached, and forgets the oldest. */
  async remember(tx: Queryable, deployment: number, { number, hash }: TrailBlock): Promise<void> {
    const table = this.#table;
    await tx
      .insert(table)
      .values({ deployment, number, hash })
      .onConflictDoUpdate({ target: [table.deployment, table.number], set: { hash } });
    const [oldest] = await tx
      .select({ number: table.number })
      .from(table)
      .where(eq(table.deployment, deployment))
      .orderBy(desc(table.number))
      .offset(rememberedBlocks - 1)
      .limit(1);
    if (oldest === undefined) return;
    await tx.delete(table).where(and(eq(table.deployment, deployment), lt(table.number, oldest.number)));
  }

  async #stands({ number, hash }: { number: number; hash: string }, head: TrailBlock): Promise<boolean> {
    if (number > head.number) return false;
    if (number === head.number) return hash === head.hash;
    return (await this.#chain.getBlock({ blockNumber: BigInt(number) })).hash === hash;
  }
}
