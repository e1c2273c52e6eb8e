import { and, eq, isNull } from "drizzle-orm";
import { lockAccount } from "../blobs/blobService.ts";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import { openBytes, sealBytes } from "../core/sealing.ts";
import { asAccount } from "../database/asAccount.ts";
import type { Database } from "../database/client.ts";
import { requireFactor } from "../identity/factors.ts";
import type { ShredKeys } from "../privacy/shredKeys.ts";
import { publishedKeys, walletShares } from "./tables.ts";

type Account = `0x${string}`;

export type WalletShareDeps = { db: Database; shred: ShredKeys; clock: Clock };

/**
 * Shares that open somebody's keys together with what their wallet signs. At rest each is sealed by the shred key of its account: a dump of the
 * database gives none, and an erasure takes all of them, in backups as well.
 */
export class WalletShares {
  readonly #deps: WalletShareDeps;

  constructor(deps: WalletShareDeps) {
    this.#deps = deps;
  }

  /**
   * Keeps the share of keys that the account published and did not revoke; the one before is gone.
   *
   * @throws {@link ProblemError} `not-found`; `step-up-needed` where the last second factor went meanwhile
   */
  async put(account: Account, fingerprint: string, share: Uint8Array): Promise<void> {
    const { db, shred, clock } = this.#deps;
    await asAccount(db, account, async (tx) => {
      await lockAccount(tx, account);
      await requireFactor(tx, account);
      const [own] = await tx
        .select({ fingerprint: publishedKeys.fingerprint })
        .from(publishedKeys)
        .where(
          and(
            eq(publishedKeys.fingerprint, fingerprint),
            eq(publishedKeys.account, account),
            isNull(publishedKeys.revokedAt),
          ),
        );
      if (own === undefined) throw new ProblemError("not-found");
      const { id: keyId, key } = await shred.keyOf(account);
      const row = {
        keyId,
        sealed: sealBytes(key, boundTo(account, fingerprint), share),
        createdAt: clock.now(),
      };
      await tx
        .insert(walletShares)
        .values({ account, fingerprint, ...row })
        .onConflictDoUpdate({ target: [walletShares.account, walletShares.fingerprint], set: row });
    });
  }

  /** @throws {@link ProblemError} `not-found` */
  async get(account: Account, fingerprint: string): Promise<Uint8Array> {
    const { db, shred } = this.#deps;
    const [row] = await asAccount(db, account, (tx) =>
      tx.select().from(walletShares).where(own(account, fingerprint)),
    );
    const key = row && (await shred.find([row.keyId])).get(row.keyId);
    if (row === undefined || key === undefined) throw new ProblemError("not-found");
    return openBytes(key, boundTo(account, fingerprint), row.sealed);
  }

  /** @throws {@link ProblemError} `not-found` */
  async delete(account: Account, fingerprint: string): Promise<void> {
    const gone = await asAccount(this.#deps.db, account, (tx) =>
      tx.delete(walletShares).where(own(account, fingerprint)).returning({ keyId: walletShares.keyId }),
    );
    if (gone.length === 0) throw new ProblemError("not-found");
  }
}

const own = (account: string, fingerprint: string) =>
  and(eq(walletShares.account, account), eq(walletShares.fingerprint, fingerprint));
const boundTo = (account: string, fingerprint: string) => `${account}:${fingerprint}`;
