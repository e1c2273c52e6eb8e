import type { FactorKind } from "@qti/sdk/identity/sign-in/wire";
import { and, eq } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import { asAccount } from "../database/asAccount.ts";
import type { Database, Queryable } from "../database/client.ts";
import { factorTries } from "./factorTables.ts";

/** Wrong codes that cost nothing: people mistype. */
const freeFailures = 4;
const firstDelayMs = 30_000;
/** One guess a day is what remains to who goes on: a thousand years for an even chance. */
const longestDelayMs = 24 * 60 * 60_000;

/** How long no code is looked at after so many wrong ones. */
function delayMs(failures: number): number {
  const beyond = failures - freeFailures;
  return beyond <= 0 ? 0 : Math.min(longestDelayMs, firstDelayMs * 2 ** (beyond - 1));
}

/**
 * Looks at a code of an account, one at a time, and remembers wrong ones: each beyond the first few doubles the time until the
 * next is looked at. A right one ends that. Kinds are counted apart, so that who guesses at one does not lock its owner out of
 * the others.
 *
 * @param check - Whether the code is right. What it writes is kept only if it is.
 * @throws {@link ProblemError} `factor-delayed` before its time, `factor-refused` for a wrong one
 */
export async function tryCode(
  { db, clock }: { db: Database; clock: Clock },
  { account, kind }: { account: string; kind: Exclude<FactorKind, "passkey"> },
  check: (tx: Queryable) => Promise<boolean>,
): Promise<void> {
  const mine = and(eq(factorTries.account, account), eq(factorTries.kind, kind));
  // The count of a wrong code has to stay, so the transaction ends well before anything is thrown.
  const outcome = await asAccount(db, account, async (tx) => {
    await tx
      .insert(factorTries)
      .values({ account, kind, failures: 0, nextAt: clock.now() })
      .onConflictDoNothing();
    const [tries] = await tx.select().from(factorTries).where(mine).for("update");
    // Looked at now that it is this one's turn: it may have waited for others.
    const now = clock.now();
    const { failures = 0, nextAt = now } = tries ?? {};
    if (delayMs(failures) > 0 && nextAt > now) return nextAt;
    if (await check(tx)) {
      await tx.delete(factorTries).where(mine);
      return "right";
    }
    const later = new Date(now.getTime() + delayMs(failures + 1));
    await tx
      .update(factorTries)
      .set({ failures: failures + 1, nextAt: later })
      .where(mine);
    return "wrong";
  });
  if (outcome === "right") return;
  if (outcome === "wrong") throw new ProblemError("factor-refused");
  const seconds = Math.max(1, Math.ceil((outcome.getTime() - clock.now().getTime()) / 1000));
  throw new ProblemError("factor-delayed", {
    headers: { "retry-after": String(seconds) },
    extensions: { retryAt: outcome.toISOString() },
  });
}
