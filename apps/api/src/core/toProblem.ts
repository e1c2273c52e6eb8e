import { HTTPException } from "hono/http-exception";
import { WrongChainError } from "./chain.ts";
import { type ProblemCode, ProblemError } from "./problem.ts";

const byStatus: Record<number, ProblemCode> = {
  400: "malformed-request",
  404: "not-found",
  405: "method-not-allowed",
  408: "request-timeout",
  413: "too-large",
  415: "unsupported-media-type",
};

/** Walks the causes of an error for the first system or SQLSTATE code. */
export function errorCode(error: unknown): string | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 8 && current instanceof Error; depth++) {
    if ("code" in current && typeof current.code === "string") return current.code;
    current = current.cause;
  }
  return undefined;
}

/** True when an operating-system error says that there is no room: full disk, full quota, file-size limit. */
export function isOutOfSpace(error: unknown): boolean {
  const code = errorCode(error);
  return code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
}

// 53100 is PostgreSQL's own full disk.
const databaseFull = "53100";
// Connection failures (class 08), too many connections, shutdown and start-up of the server, and the pool's own codes.
const databaseGone = /^(08...|53300|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT)$/;
// Messages of pg and pg-pool that come without a code.
const databaseGoneMessage =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The deepest error below, which is the driver's own. */
function rootCause(error: unknown): unknown {
  let current = error;
  for (let depth = 0; depth < 8 && current instanceof Error && current.cause !== undefined; depth++) {
    current = current.cause;
  }
  return current;
}

/** What the caller is told about anything that was thrown. Internals stay in the log. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof WrongChainError) return new ProblemError("chain-unreachable", { cause: error });
  if (error instanceof HTTPException) {
    return new ProblemError(byStatus[error.status] ?? "internal", { cause: error });
  }
  if (isOutOfSpace(error)) return new ProblemError("storage-full", { cause: error });
  const code = errorCode(error);
  if (code === databaseFull) return new ProblemError("storage-full", { cause: error });
  const root = rootCause(error);
  if (
    (code !== undefined && databaseGone.test(code)) ||
    (root instanceof Error && databaseGoneMessage.test(root.message))
  ) {
    return new ProblemError("database-unavailable", { cause: error, headers: { "retry-after": "5" } });
  }
  return new ProblemError("internal", { cause: error });
}
