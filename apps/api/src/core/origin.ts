import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { AppEnv } from "./context.ts";
import { ProblemError } from "./problem.ts";

/** Lets the web app, and nobody else, read answers with its cookie. */
export function webAppCors(webOrigin: string): MiddlewareHandler<AppEnv> {
  return cors({
    origin: (origin) => (origin === webOrigin ? origin : null),
    credentials: true,
    allowMethods: ["GET", "HEAD", "PUT", "POST", "DELETE"],
    allowHeaders: ["content-type", "if-match", "if-none-match", "last-event-id", "range"],
    exposeHeaders: [
      "etag",
      "content-range",
      "content-length",
      "accept-ranges",
      "retry-after",
      "x-request-id",
    ],
    maxAge: 600,
  });
}

const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses writes that another site could have caused. Browsers put Origin on every such request and pages cannot change it, so
 * one exact comparison is enough; `SameSite=Strict` is the second wall.
 */
export function sameOriginWrites(allowed: () => readonly string[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!readingMethods.has(c.req.method)) {
      const origin = c.req.header("origin");
      if (origin === undefined || !allowed().includes(origin)) throw new ProblemError("origin-refused");
    }
    await next();
  };
}
