import type { TotpEnrolment } from "@qti/sdk/identity/sign-in/wire";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { generateSecret, generateURI, verify } from "otplib";
import { lockAccount } from "../blobs/blobService.ts";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import { asAccount } from "../database/asAccount.ts";
import type { Database, Queryable } from "../database/client.ts";
import { forgetWithoutFactor } from "./factors.ts";
import { factorTries, totpSecrets } from "./factorTables.ts";
import { tryCode } from "./factorTries.ts";
import type { FactorVault } from "./factorVault.ts";

const confirmWithinMs = 10 * 60_000;
/** A phone's clock may be one step of 30 seconds away from ours. */
const toleranceSeconds = 30;

export type FactorDeps = { db: Database; clock: Clock; vault: FactorVault };

/** Authenticator apps: codes of six digits that change every 30 seconds (RFC 6238). */
export class TotpDesk {
  readonly #deps: FactorDeps;

  constructor(deps: FactorDeps) {
    this.#deps = deps;
  }

  /** Makes a secret, which waits to be confirmed. @throws {@link ProblemError} `factor-exists` */
  async enrol(account: string): Promise<TotpEnrolment> {
    const { db, clock, vault } = this.#deps;
    const secret = generateSecret();
    const waiting = {
      sealed: vault.sealTotp(account, secret),
      createdAt: clock.now(),
      confirmedAt: null,
      lastStep: null,
      lastUsedAt: null,
    };
    const [kept] = await asAccount(db, account, (tx) =>
      tx
        .insert(totpSecrets)
        .values({ account, ...waiting })
        .onConflictDoUpdate({
          target: totpSecrets.account,
          set: waiting,
          setWhere: isNull(totpSecrets.confirmedAt),
        })
        .returning({ account: totpSecrets.account }),
    );
    if (kept === undefined) throw new ProblemError("factor-exists");
    return {
      secret,
      uri: generateURI({ issuer: "QTI", label: account, secret }),
      expiresAt: new Date(waiting.createdAt.getTime() + confirmWithinMs).toISOString(),
    };
  }

  /** Confirms the secret that waits, by a code of it. @throws {@link ProblemError} `factor-refused`, `factor-delayed` */
  async confirm(account: string, code: string): Promise<void> {
    const now = this.#deps.clock.now();
    await tryCode(this.#deps, { account, kind: "totp" }, async (tx) => {
      const row = await this.#row(tx, account);
      if (row === undefined || row.confirmedAt !== null) return false;
      if (now.getTime() - row.createdAt.getTime() > confirmWithinMs) return false;
      return this.#take(tx, row, code, now);
    });
  }

  /** Takes a code. One that was used, and every older one, is never taken again. @throws as {@link confirm} */
  async prove(account: string, code: string): Promise<void> {
    const now = this.#deps.clock.now();
    await tryCode(this.#deps, { account, kind: "totp" }, async (tx) => {
      const row = await this.#row(tx, account);
      return row !== undefined && row.confirmedAt !== null && this.#take(tx, row, code, now);
    });
  }

  /** Removes the authenticator app. @throws {@link ProblemError} `not-found` when there is none */
  async remove(account: `0x${string}`): Promise<void> {
    await asAccount(this.#deps.db, account, async (tx) => {
      await lockAccount(tx, account);
      const removed = await tx
        .delete(totpSecrets)
        .where(and(eq(totpSecrets.account, account), isNotNull(totpSecrets.confirmedAt)))
        .returning({ account: totpSecrets.account });
      if (removed.length === 0) throw new ProblemError("not-found");
      // The next secret is another one: nothing was guessed at it yet.
      await tx.delete(factorTries).where(and(eq(factorTries.account, account), eq(factorTries.kind, "totp")));
      await forgetWithoutFactor(tx, account);
    });
  }

  /** The row, which nobody else uses meanwhile: whoever tries a code of the account has its count locked. */
  async #row(tx: Queryable, account: string) {
    const [row] = await tx.select().from(totpSecrets).where(eq(totpSecrets.account, account));
    return row;
  }

  async #take(
    tx: Queryable,
    row: typeof totpSecrets.$inferSelect,
    token: string,
    now: Date,
  ): Promise<boolean> {
    const { account, sealed, lastStep } = row;
    const result = await verify({
      secret: this.#deps.vault.openTotp(account, sealed),
      token,
      epoch: Math.floor(now.getTime() / 1000),
      epochTolerance: toleranceSeconds,
    });
    if (!result.valid || !("timeStep" in result)) return false;
    if (lastStep !== null && result.timeStep <= lastStep) return false;
    await tx
      .update(totpSecrets)
      .set({ confirmedAt: row.confirmedAt ?? now, lastStep: result.timeStep, lastUsedAt: now })
      .where(eq(totpSecrets.account, account));
    return true;
  }
}
