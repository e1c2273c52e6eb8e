import { isIP } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv, Clock } from "./context.ts";
import { ProblemError } from "./problem.ts";

type Bucket = { tokens: number; at: number };

/** How many callers are remembered. When it is full the longest unseen one is forgotten. */
const rememberedCallers = 20_000;

/**
 * Token buckets in memory. Each process counts for itself: behind a balancer the limit is that of one process times their
 * number, which is good enough against floods and needs no shared store.
 */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, clock: Clock) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  /** Takes one token; answers with the seconds to wait, 0 when there was one. */
  take(caller: string): number {
    const now = this.#clock.now().getTime();
    const known = this.#buckets.get(caller);
    const refilled =
      known === undefined ? this.#perMinute : known.tokens + ((now - known.at) / 60_000) * this.#perMinute;
    const tokens = Math.min(this.#perMinute, refilled);
    // Deleted and set again so that the map stays in order of last use.
    this.#buckets.delete(caller);
    const enough = tokens >= 1;
    this.#buckets.set(caller, { tokens: enough ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > rememberedCallers) {
      const oldest = this.#buckets.keys().next().value;
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return enough ? 0 : Math.max(1, Math.ceil(((1 - tokens) / this.#perMinute) * 60));
  }
}

/**
 * The network address of the caller. Forwarding headers are believed only as far as there are proxies of our own in front:
 * with `proxies` of them, the address that the outermost one saw is that many entries from the right.
 */
export function callerAddress(c: Context<AppEnv>, proxies: number): string {
  if (proxies > 0) {
    const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
    const address = forwarded.at(-proxies);
    if (address !== undefined && isIP(address) !== 0) return networkOf(address);
  }
  // Requests made inside a process, without a socket, share one bucket.
  return networkOf(c.env?.incoming?.socket.remoteAddress ?? "local");
}

/** Who has one address of IPv6 has a whole network of 2^64: that is one caller. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  const [head = [], tail = []] = address.split("::").map((part) => (part === "" ? [] : part.split(":")));
  // An address of IPv4 at the end is two groups.
  const given = head.length + tail.length + (address.includes(".") ? 1 : 0);
  const groups = [...head, ...Array<string>(Math.max(0, 8 - given)).fill("0"), ...tail];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** Answers 429 when the caller, as `callerOf` names it, has no token left. */
export function rateLimit(
  limiter: RateLimiter,
  callerOf: (c: Context<AppEnv>) => string | undefined,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const caller = callerOf(c);
    if (caller !== undefined) {
      const wait = limiter.take(caller);
      if (wait > 0) throw new ProblemError("rate-limited", { headers: { "retry-after": String(wait) } });
    }
    await next();
  };
}
