import type { Context } from "hono";
import type { ZodError } from "zod";
import type { AppEnv } from "./context.ts";
import { type FieldError, ProblemError } from "./problem.ts";

const shownErrors = 20;

type ValidationResult = { target: string } & ({ success: true } | { success: false; error: ZodError });

/** Turns what a schema found into `errors` that name each field. Values are never repeated back. */
export function fieldErrors(target: string, error: ZodError): FieldError[] {
  const prefix = target === "json" ? [] : [target];
  return error.issues.slice(0, shownErrors).map((issue) => ({
    field: [...prefix, ...issue.path].map(String).join(".").slice(0, 200) || "body",
    // Zod quotes unknown keys; bounded, because the key is the caller's.
    message: issue.message.slice(0, 200),
  }));
}

/** The one hook that every route's validators share. */
export function refuseInvalid(result: ValidationResult, _c: Context<AppEnv>): void {
  if (!result.success) {
    throw new ProblemError("invalid-input", { errors: fieldErrors(result.target, result.error) });
  }
}
