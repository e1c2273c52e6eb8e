import { createHash, type KeyObject } from "node:crypto";
import { tapBatchMessage } from "@qti/sdk/rewards/taps";
import type { TapBatch } from "@qti/sdk/rewards/taps/wire";
import { and, eq, sql } from "drizzle-orm";
import { hexToBytes } from "viem";
import type { Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { ProblemError } from "../core/problem.ts";
import type { RateLimiter } from "../core/rateLimit.ts";
import { type Outcome, Together } from "../core/together.ts";
import { toProblem } from "../core/toProblem.ts";
import type { Database } from "../database/client.ts";
import type { TapChain } from "./tapChain.ts";
import { importTapKey, verifyTaps } from "./tapKey.ts";
import { ended, type TapEntry, type TapOutcome, takeBatches } from "./tapLedger.ts";
import type { TapReceiptJson } from "./tapReceipt.ts";
import { tapPeople, tapSessions } from "./tapTables.ts";

export type TapDeskDeps = {
  db: Database;
  chain: TapChain;
  deployment: Deployment;
  clock: Clock;
  /** Batches that one session may send. */
  batches: RateLimiter;
};

/** Keys that are kept at hand; whoever is forgotten is looked up again. */
const keptKeys = 4_000;
/** Batches of one transaction: as many as come while a slow disk writes the ones before. */
const groupSize = 500;

/** Takes batches of taps, those of many people in one transaction. */
export class TapDesk {
  readonly #deps: TapDeskDeps;
  readonly #together = new Together<TapEntry, TapReceiptJson | "held">({
    most: groupSize,
    keyOf: ({ batch }) => batch.session,
    doAll: (group) => this.#takeGroup(group),
  });
  readonly #reading = new Together<string, KeyObject>({
    most: groupSize,
    keyOf: (id) => id,
    doAll: (ids) => this.#readKeys(ids),
  });
  /** Sessions never change their key. In order of last use. */
  readonly #keys = new Map<string, KeyObject>();

  constructor(deps: TapDeskDeps) {
    this.#deps = deps;
  }

  /**
   * Counts a batch, once.
   *
   * @throws {@link ProblemError} `tap-session-ended`, `tap-batch-signature`, `tap-sequence`: it was not counted.
   */
  async accept(batch: TapBatch): Promise<TapReceiptJson> {
    const key = await this.#keyOf(batch.session);
    if (!verifyTaps(key, batch, hexToBytes(batch.signature))) throw new ProblemError("tap-batch-signature");
    // After the signature: nobody else can use up what a session may send.
    const wait = this.#deps.batches.take(batch.session);
    if (wait > 0) throw new ProblemError("rate-limited", { headers: { "retry-after": String(wait) } });
    const digest = createHash("sha256").update(tapBatchMessage(batch)).digest();
    const entry = { batch, digest };
    const answer = await this.#together.do(entry);
    return answer === "held" ? this.#takeAlone(entry) : answer;
  }

  /** Waits for nobody: whoever cannot be taken at once is taken alone. */
  async #takeGroup(group: readonly TapEntry[]): Promise<TapOutcome[]> {
    try {
      return await this.#take(group, { wait: false });
    } catch (error) {
      if (group.length === 1 || toProblem(error).code === "database-unavailable") throw error;
      // One of them is the reason, and only that one is to bear it.
      return group.map(() => ({ answer: "held" }));
    }
  }

  async #takeAlone(entry: TapEntry): Promise<TapReceiptJson> {
    for (;;) {
      const [outcome] = await this.#take([entry], { wait: true });
      if (outcome !== undefined && "error" in outcome) throw outcome.error;
      if (outcome !== undefined && outcome.answer !== "held") return outcome.answer;
      // Moved in this moment, because its wallet was attested: the next turn finds it there. Or it was never anybody's.
      await this.#reading.do(entry.batch.session);
    }
  }

  async #take(entries: readonly TapEntry[], { wait }: { wait: boolean }): Promise<TapOutcome[]> {
    const { db, chain, clock } = this.#deps;
    const [deployment, caps] = await Promise.all([this.#deps.deployment.recent(), chain.caps()]);
    return takeBatches(db, entries, { deployment, clock, caps, wait });
  }

  async #keyOf(id: string): Promise<KeyObject> {
    const known = this.#keys.get(id);
    const key = known ?? (await this.#reading.do(id));
    this.#keys.delete(id);
    this.#keys.set(id, key);
    const oldest = this.#keys.keys().next().value;
    if (this.#keys.size > keptKeys && oldest !== undefined) this.#keys.delete(oldest);
    return key;
  }

  /** Many at once, when a process is new and everybody sends. */
  async #readKeys(ids: readonly string[]): Promise<Outcome<KeyObject>[]> {
    const deployment = await this.#deps.deployment.recent();
    const rows = await this.#deps.db
      .select({ id: tapSessions.id, key: tapSessions.key })
      .from(tapSessions)
      .innerJoin(tapPeople, eq(tapPeople.id, tapSessions.person))
      .where(
        and(
          eq(tapPeople.deployment, deployment),
          sql`${tapSessions.id} = any(${sql.param([...ids])}::text[])`,
        ),
      );
    const keys = new Map(rows.map(({ id, key }) => [id, key]));
    return ids.map((id) => {
      const key = keys.get(id);
      return key === undefined ? { error: ended("unknown") } : { answer: importTapKey(key) };
    });
  }
}
