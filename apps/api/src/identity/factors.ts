import type { FactorKind, Factors } from "@qti/sdk/identity/sign-in/wire";
import { and, count, eq, isNotNull, isNull, max } from "drizzle-orm";
import { asAccount } from "../database/asAccount.ts";
import type { Database, Queryable } from "../database/client.ts";
import { factorTries, passkeys, recoveryCodes, totpSecrets } from "./factorTables.ts";

/** The second factors of an account, as it may see them. */
export async function readFactors(db: Database, account: string): Promise<Factors> {
  return asAccount(db, account, (tx) => readFactorsIn(tx, account));
}

async function readFactorsIn(db: Queryable, account: string): Promise<Factors> {
  const keys = await db
    .select()
    .from(passkeys)
    .where(eq(passkeys.account, account))
    .orderBy(passkeys.createdAt, passkeys.id);
  const [totp] = await db
    .select({ createdAt: totpSecrets.confirmedAt, lastUsedAt: totpSecrets.lastUsedAt })
    .from(totpSecrets)
    .where(and(eq(totpSecrets.account, account), isNotNull(totpSecrets.confirmedAt)));
  const [codes] = await db
    .select({ left: count(), createdAt: max(recoveryCodes.createdAt) })
    .from(recoveryCodes)
    .where(unused(account));
  const [used] = await db
    .select({ lastUsedAt: max(recoveryCodes.usedAt) })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.account, account));
  return {
    passkeys: keys.map(({ id, name, synced, createdAt, lastUsedAt }) => ({
      id,
      name,
      synced,
      createdAt: createdAt.toISOString(),
      lastUsedAt: toText(lastUsedAt),
    })),
    totp: totp?.createdAt
      ? { createdAt: totp.createdAt.toISOString(), lastUsedAt: toText(totp.lastUsedAt) }
      : null,
    recoveryCodes: {
      left: codes?.left ?? 0,
      createdAt: toText(codes?.createdAt),
      lastUsedAt: toText(used?.lastUsedAt),
    },
  };
}

/** The ways in which an account can give a second factor; none for a newcomer. */
export async function factorKindsOf(db: Database, account: string): Promise<FactorKind[]> {
  const { passkeys: keys, totp, recoveryCodes: codes } = await readFactors(db, account);
  return [
    ...(keys.length > 0 ? (["passkey"] as const) : []),
    ...(totp === null ? [] : (["totp"] as const)),
    ...(codes.left > 0 ? (["recovery-code"] as const) : []),
  ];
}

/** Recovery codes stand in for another factor: without one there is nothing to recover, and they would be a factor by themselves. */
export async function forgetCodesWithoutFactor(tx: Queryable, account: string): Promise<void> {
  const { passkeys: keys, totp } = await readFactorsIn(tx, account);
  if (keys.length > 0 || totp !== null) return;
  await tx.delete(recoveryCodes).where(unused(account));
  await tx.delete(factorTries).where(eq(factorTries.account, account));
}

const unused = (account: string) => and(eq(recoveryCodes.account, account), isNull(recoveryCodes.usedAt));

const toText = (at: Date | null | undefined) => at?.toISOString() ?? null;
