import { signInLimits } from "@qti/sdk/identity/sign-in/wire";
import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import { requireSession } from "./sessionCookie.ts";
import type { Session } from "./sessionStore.ts";

export type LevelRule = {
  /** How long ago a second factor may have been given. */
  withinSeconds?: number;
  /**
   * What becomes of an account without any second factor. `pass`: its wallet alone decides, as long as it adds none; who does is
   * protected from then on. `refuse`: it has to add one first.
   */
  newcomers: "pass" | "refuse";
};

/** Whether a second factor was given in the session lately. A time in the future is a clock that moved, and counts for nothing. */
export function steppedUp({ level, steppedUpAt }: Session, now: Date, withinSeconds: number): boolean {
  if (level < 2 || steppedUpAt === null) return false;
  const ago = now.getTime() - steppedUpAt.getTime();
  return ago >= 0 && ago <= withinSeconds * 1000;
}

/**
 * Lets through who gave a second factor lately.
 *
 * @throws {@link ProblemError} `step-up-needed`, with what the account can give
 */
export async function assertLevel(
  c: Context<AppEnv>,
  level: 2,
  { withinSeconds = signInLimits.stepUpSeconds, newcomers }: LevelRule,
): Promise<void> {
  const session = requireSession(c);
  if (steppedUp(session, c.get("clock").now(), withinSeconds)) return;
  const factors = await c.get("factorsOf")(session.account);
  if (factors.length === 0 && newcomers === "pass") return;
  throw new ProblemError("step-up-needed", { extensions: { level, withinSeconds, factors } });
}

/** {@link assertLevel} behind `signedIn`, before the body is read. */
export function requireLevel(level: 2, rule: LevelRule): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await assertLevel(c, level, rule);
    await next();
  };
}
