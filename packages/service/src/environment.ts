import { z } from "zod";

/** The configuration is missing something or says something impossible; the process does not start. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** An account or contract. */
export const addressSchema = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "expected an address")
  .pipe(z.custom<`0x${string}`>());

/** 32 bytes, as private keys are written. */
export const keySchema = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "expected 0x and 64 hex digits")
  .pipe(z.custom<`0x${string}`>());

/** A variable that holds JSON. */
export const jsonSchema = z.string().transform((value, context) => {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "expected JSON" });
    return z.NEVER;
  }
});

/** Variables that every service understands in the same way. */
export const commonVariables = {
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "expected postgres://..."),
  QTI_RPC_URL: z.url({ protocol: /^https?$/ }),
  QTI_CHAIN_ID: z.coerce.number().int().min(1).default(31337),
  QTI_LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
};

/**
 * Reads environment variables. An empty variable is an absent one: that is how shells and compose files unset them.
 *
 * @throws {@link ConfigError} naming every variable that is missing or wrong, never with its value.
 */
export function parseEnvironment<schema extends z.ZodType>(
  schema: schema,
  environment: Record<string, string | undefined>,
): z.output<schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`The configuration cannot be used.\n${lines.join("\n")}`);
  }
  return parsed.data;
}
