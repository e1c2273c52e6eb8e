import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Address } from "viem";
import type { Clock } from "../core/context.ts";
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
export async function codeOf(db: Database, clock: Clock, account: Address): Promise<string> {
  for (;;) {
    const [known] = await db.select().from(referralCodes).where(eq(referralCodes.account, account));
    if (known !== undefined) return known.code;
    // Taken by chance, or the account asks twice at once: the next turn knows.
    await db
      .insert(referralCodes)
      .values({ code: newCode(), account, createdAt: clock.now() })
      .onConflictDoNothing();
  }
}

/** @throws {@link ProblemError} `not-found` */
export async function referrerOf(db: Database, code: string): Promise<Address> {
  const [row] = await db.select().from(referralCodes).where(eq(referralCodes.code, code));
  if (row === undefined) throw new ProblemError("not-found");
  return row.account as Address;
}
