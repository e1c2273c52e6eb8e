import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import { type Action, abilitiesOf, rolesThatMay, type Subject } from "./abilities.ts";
import { requireSession } from "./sessionCookie.ts";
import { assertLevel } from "./stepUp.ts";

/**
 * Lets through whose roles on the chain allow it, and who gave a second factor lately, if the account has one.
 *
 * @throws {@link ProblemError} `role-required`, `step-up-needed`, and `chain-unreachable` when nobody can tell
 */
export async function assertAbility(c: Context<AppEnv>, action: Action, subject: Subject): Promise<void> {
  const { account } = requireSession(c);
  const abilities = abilitiesOf(await c.get("rolesOf")(account));
  if (abilities.cannot(action, subject)) {
    throw new ProblemError("role-required", {
      extensions: { role: rolesThatMay(action, subject).join(" or ") },
    });
  }
  await assertLevel(c, 2, { newcomers: "pass" });
}

/** {@link assertAbility} behind `signedIn`, before the body is read. */
export function requireAbility(action: Action, subject: Subject): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await assertAbility(c, action, subject);
    await next();
  };
}
