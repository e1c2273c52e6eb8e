import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger };

type LoggedError = { name: string; code?: string; message: string; at?: string[]; cause?: LoggedError };

/** Addresses carry secrets: providers of nodes have the key in the path, databases the password before the host. */
function withoutUrls(text: string): string {
  return text.replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, "[url]");
}

/** The message without what errors quote of the request that failed. */
function safeMessage(error: Error): string {
  const quotesValues =
    error.name === "DrizzleQueryError" || "severity" in error || error.message.includes("\nparams:");
  if (quotesValues) return "a query failed";
  // An error of viem has the address of the node and the body of the request in its message, and in this one only what happened.
  const told =
    "shortMessage" in error && typeof error.shortMessage === "string" ? error.shortMessage : error.message;
  return withoutUrls(told).slice(0, 500);
}

/**
 * An error as it may stand in a log. A database error's `detail` and Drizzle's message quote the values of the query, so only
 * name, code and place are taken from those; of viem's errors only the short message is.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { name: typeof error, message: "something that is no error was thrown" };
  // JSON-RPC has numbers.
  const code =
    "code" in error && (typeof error.code === "string" || typeof error.code === "number")
      ? String(error.code)
      : undefined;
  // The stack begins with the message, of which a line may look like a frame.
  const frames = (error.stack ?? "")
    .replace(error.message, () => "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 12)
    .map((line) => line.trim());
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    message: safeMessage(error),
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
 * Structured log of one service, one JSON object a line. What is logged is chosen member by member where it happens; the redaction is the
 * second wall, for the day on which someone logs a whole object.
 */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
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
