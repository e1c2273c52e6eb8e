import { lt } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import { creditApplications, creditIncomes } from "./creditTables.ts";

const yearMs = 365 * 86_400_000;
/** For how long whoever lends has to be able to say why. */
const applicationMs = 5 * yearMs;
/** An income counts for a year at most, and is a reason in an answer of that time. */
const incomeMs = 2 * yearMs;

/** Forgets applications and incomes that nobody has to explain any more. */
export async function forgetApplications(db: Database, clock: Clock): Promise<void> {
  const now = clock.now().getTime();
  await db.delete(creditApplications).where(lt(creditApplications.createdAt, new Date(now - applicationMs)));
  await db.delete(creditIncomes).where(lt(creditIncomes.createdAt, new Date(now - incomeMs)));
}
