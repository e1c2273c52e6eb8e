import { type FactorKind, type Factors, signInLimits } from "@qti/sdk/identity/sign-in/wire";
import { and, count, eq, isNotNull, isNull, max } from "drizzle-orm";
import { ProblemError } from "../core/problem.ts";
import { asAccount } from "../database/asAccount.ts";
import type { Database, Queryable } from "../database/client.ts";
import { walletShares } from "../records/tables.ts";
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

/**
 * For what is only worth something beside a factor, other than codes that stand in for one: the last one may have gone since the session
 * was raised. Call it under the account's lock.
 *
 * @throws {@link ProblemError} `step-up-needed`
 */
export async function requireFactor(tx: Queryable, account: string): Promise<void> {
  if (await hasFactor(tx, account)) return;
  const extensions = { level: 2, withinSeconds: signInLimits.stepUpSeconds, factors: [] };
  throw new ProblemError("step-up-needed", { extensions });
}

async function hasFactor(tx: Queryable, account: string): Promise<boolean> {
  const { passkeys: keys, totp } = await readFactorsIn(tx, account);
  return keys.length > 0 || totp !== null;
}

/**
 * Call it where a factor went, under the account's lock. Recovery codes stand in for another one: without that they would be a factor by themselves. And the
 * service's shares of keys are what a wallet alone does not get: who has no factor adds one by the wallet alone, and would be given them.
 */
export async function forgetWithoutFactor(tx: Queryable, account: string): Promise<void> {
  if (await hasFactor(tx, account)) return;
  await tx.delete(walletShares).where(eq(walletShares.account, account));
  await tx.delete(recoveryCodes).where(unused(account));
  await tx.delete(factorTries).where(eq(factorTries.account, account));
}

const unused = (account: string) => and(eq(recoveryCodes.account, account), isNull(recoveryCodes.usedAt));

const toText = (at: Date | null | undefined) => at?.toISOString() ?? null;
