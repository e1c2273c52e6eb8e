import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Address } from "viem";
import type { Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database } from "../database/client.ts";
import { referralCodes } from "./tapTables.ts";

/** Crockford's: nothing in it is taken for something else, and hardly any word comes out. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const characters = 8;

/** A new code. 256 is a multiple of 32, so that each character is as likely as any other. */
function newCode(): string {
  return [...randomBytes(characters)].map((byte) => alphabet[byte % alphabet.length] ?? "").join("");
}

/** The account's code, which stays the same. */
export async function codeOf(
  { db, deployment: place, clock }: { db: Database; deployment: Deployment; clock: Clock },
  account: Address,
): Promise<string> {
  const deployment = await place.current();
  for (;;) {
    const [known] = await db
      .select()
      .from(referralCodes)
      .where(and(eq(referralCodes.deployment, deployment), eq(referralCodes.account, account)));
    if (known !== undefined) return known.code;
    // Taken by chance, or the account asks twice at once: the next turn knows.
    await db
      .insert(referralCodes)
      .values({ code: newCode(), deployment, account, createdAt: clock.now() })
      .onConflictDoNothing();
  }
}

/** @throws {@link ProblemError} `not-found` */
export async function referrerOf(db: Database, deployment: Deployment, code: string): Promise<Address> {
  const [row] = await db
    .select()
    .from(referralCodes)
    .where(and(eq(referralCodes.code, code), eq(referralCodes.deployment, await deployment.recent())));
  if (row === undefined) throw new ProblemError("not-found");
  return row.account as Address;
}
