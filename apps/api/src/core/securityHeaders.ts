import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";

const headers: Record<string, string> = {
  // Answers are data; nothing in them may ever run or be framed. The documentation page sets its own.
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cache-control": "no-store",
};

/** Headers that every answer carries unless its route says otherwise. */
export function securityHeaders(secure: boolean): MiddlewareHandler<AppEnv> {
  const all = secure
    ? { ...headers, "strict-transport-security": "max-age=31536000; includeSubDomains" }
    : headers;
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(all)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}
