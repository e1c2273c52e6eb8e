import { randomUUID } from "node:crypto";
import type { Logger } from "@qti/service/logger";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "./context.ts";

/**
 * Gives every request an id and writes one line about it. The route's pattern is logged, not the address, because addresses
 * hold ids of records; no header and no body is ever logged.
 */
export function requestLog(log: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = randomUUID();
    const started = performance.now();
    const requestLogger = log.child({ requestId });
    c.set("requestId", requestId);
    c.set("log", requestLogger);
    await next();
    c.header("x-request-id", requestId);
    const line = {
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    if (c.res.status >= 500) requestLogger.error(line, "request failed");
    else requestLogger.info(line, "request");
  };
}
