import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger };

type LoggedError = { name: string; code?: string; message: string; at?: string[]; cause?: LoggedError };

/**
 * An error as it may stand in a log. A database error's `detail` and Drizzle's message quote the values of the query, so only
 * name, code and place are taken from those.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { name: typeof error, message: "something that is no error was thrown" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const quotesValues =
    error.name === "DrizzleQueryError" || "severity" in error || error.message.includes("\nparams:");
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 12)
    .map((line) => line.trim());
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    message: quotesValues ? "a query failed" : error.message.slice(0, 500),
    ...(depth === 0 ? { at: frames } : {}),
    ...(error.cause !== undefined && depth < 4 ? { cause: loggedError(error.cause, depth + 1) } : {}),
  };
}

/** Names of members that never reach a log, whatever object they sit in. */
const secretNames = [
  "authorization",
  "body",
  "cookie",
  "databaseUrl",
  "demoAttesterKey",
  "header",
  "key",
  "leafSalt",
  "message",
  "nonce",
  "password",
  "person",
  "privateKey",
  "secret",
  "sessionSecret",
  "signature",
  "token",
];

/**
 * Structured log, one JSON object a line. What is logged is chosen member by member where it happens; the redaction is the
 * second wall, for the day on which someone logs a whole object.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: "api" },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: (error: unknown) => loggedError(error) },
    messageKey: "msg",
    redact: {
      paths: [
        ...secretNames,
        ...secretNames.map((name) => `*.${name}`),
        "headers",
        "*.headers",
        "set-cookie",
      ].filter(
        // The serialised error has a message of its own, already cleaned above.
        (path) => path !== "*.message",
      ),
      censor: "[redacted]",
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
