import type { Clock } from "../core/context.ts";
import type { Queryable } from "../database/client.ts";
import type { Moment } from "./moment.ts";
import { bookClock } from "./tables.ts";

const seconds = (clock: Clock) => Math.floor(clock.now().getTime() / 1000);

/** The chain's time now, as every process of the api reckons it. */
export async function chainTime(tx: Queryable, clock: Clock): Promise<number> {
  const [row] = await tx.select().from(bookClock);
  return seconds(clock) + (row?.ahead ?? 0);
}

/** Two looks at the chain within one second may differ by this much. */
const tolerance = 1;

/** Writes down how far the chain's clock is from ours, when that is news. */
export async function noteChainTime(db: Queryable, clock: Clock, { now }: Moment): Promise<void> {
  const [known] = await db.select().from(bookClock);
  const ahead = now - seconds(clock);
  if (known !== undefined && Math.abs(known.ahead - ahead) <= tolerance) return;
  await db.insert(bookClock).values({ ahead }).onConflictDoUpdate({ target: bookClock.only, set: { ahead } });
}
