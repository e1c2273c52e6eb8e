import { randomInt } from "node:crypto";
import { signInLimits } from "@qti/sdk/identity/sign-in/wire";
import { and, eq, isNull } from "drizzle-orm";
import { lockAccount } from "../blobs/blobService.ts";
import { asAccount } from "../database/asAccount.ts";
import { requireFactor } from "./factors.ts";
import { recoveryCodes } from "./factorTables.ts";
import { tryCode } from "./factorTries.ts";
import type { FactorDeps } from "./totpDesk.ts";

/** Crockford's: without the letters that are taken for digits, or for one another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 80 bits, which nobody guesses; keyed hashes keep who reads the database from trying. */
const length = 16;
const group = 4;

const newCode = () => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");

/** As it is shown. */
const inGroups = (code: string) => code.match(new RegExp(`.{${group}}`, "g"))?.join("-") ?? code;

/** As it was made, however it was typed. */
function normal(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** Recovery codes: each stands in once for a factor that was lost. */
export class RecoveryCodeDesk {
  readonly #deps: FactorDeps;

  constructor(deps: FactorDeps) {
    this.#deps = deps;
  }

  /**
   * Makes new ones, in place of those that were not used. Nobody can show them again.
   *
   * @throws {@link ProblemError} `step-up-needed` where there is no other factor any more
   */
  async make(account: `0x${string}`): Promise<string[]> {
    const { db, clock, vault } = this.#deps;
    const codes = Array.from({ length: signInLimits.recoveryCodes }, newCode);
    const createdAt = clock.now();
    await asAccount(db, account, async (tx) => {
      await lockAccount(tx, account);
      await requireFactor(tx, account);
      await tx
        .delete(recoveryCodes)
        .where(and(eq(recoveryCodes.account, account), isNull(recoveryCodes.usedAt)));
      await tx
        .insert(recoveryCodes)
        .values(codes.map((code) => ({ account, mac: vault.recoveryMac(account, code), createdAt })));
    });
    return codes.map(inGroups);
  }

  /** Takes a code, and records that it was used. @throws {@link ProblemError} `factor-refused`, `factor-delayed` */
  async prove(account: string, typed: string): Promise<void> {
    const { clock, vault } = this.#deps;
    await tryCode(this.#deps, { account, kind: "recovery-code" }, async (tx) => {
      const used = await tx
        .update(recoveryCodes)
        .set({ usedAt: clock.now() })
        .where(
          and(
            eq(recoveryCodes.account, account),
            eq(recoveryCodes.mac, vault.recoveryMac(account, normal(typed))),
            isNull(recoveryCodes.usedAt),
          ),
        )
        .returning({ mac: recoveryCodes.mac });
      return used.length > 0;
    });
  }
}
