import type { StaffRole } from "@qti/sdk/identity/sign-in/wire";
import type { Context } from "hono";
import type { AppEnv } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import { type Abilities, abilitiesOf } from "../identity/abilities.ts";
import { requireSession } from "../identity/sessionCookie.ts";
import { assertLevel } from "../identity/stepUp.ts";

/** Drawers whose records are for a role beside their owner, and whether anybody else may be a reader of them. */
export const roleSpaces = [
  { space: "kyc", role: "KYC_OFFICER", others: false, subject: "KycRecord" },
  { space: "loans", role: "UNDERWRITER", others: false, subject: "LoanRecord" },
  // Whoever holds shares reads them too.
  { space: "assets", role: "APPRAISER", others: true, subject: "AssetRecord" },
] as const satisfies readonly { space: string; role: StaffRole; others: boolean; subject: string }[];

/** What of records lies open to somebody for their roles: ciphertext of these spaces, or no more than that something is in the log. */
export type Reach = { spaces: readonly string[]; proofs: boolean };

export const noReach: Reach = { spaces: [], proofs: false };

function reachOf(abilities: Abilities): Reach {
  return {
    spaces: roleSpaces.filter(({ subject }) => abilities.can("fetch", subject)).map(({ space }) => space),
    proofs: abilities.can("read", "Proof"),
  };
}

/** Does something as the account alone, and where that finds nothing, once more with what the account's roles reach. */
export async function asRole<answer>(
  c: Context<AppEnv>,
  attempt: (reach: Reach) => Promise<answer>,
): Promise<answer> {
  try {
    return await attempt(noReach);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== "not-found") throw error;
    // Nobody can tell: then it is as if there were no role, and what is there is not shown.
    const roles = await c
      .get("rolesOf")(requireSession(c).account)
      .catch(() => new Set<StaffRole>());
    const reach = reachOf(abilitiesOf(roles));
    if (reach.spaces.length === 0 && !reach.proofs) throw error;
    const answer = await attempt(reach);
    // Only now: of what is not there nobody is told that a second factor would help.
    await assertLevel(c, 2, { newcomers: "pass" });
    return answer;
  }
}
