import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";
import { ProblemError } from "./problem.ts";
import { chunksWithin } from "./requestBody.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });
const jsonType = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** Reads a body of at most `limit` bytes that arrives within `milliseconds`. */
async function readAll(
  body: ReadableStream<Uint8Array>,
  limit: number,
  milliseconds: number,
): Promise<Uint8Array> {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new ProblemError("request-timeout")), milliseconds);
  const all = (async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of chunksWithin(body, limit)) chunks.push(chunk);
    return Buffer.concat(chunks);
  })();
  // When the time is over first, nobody waits for how the rest ends.
  all.catch(() => undefined);
  try {
    return await Promise.race([all, expired]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads a JSON body before validation sees it: right media type, bounded size, bounded time, valid UTF-8, valid JSON. The
 * validators then read the same text again from memory.
 */
export function jsonBody(limit: number, milliseconds = 15_000): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const type = c.req.header("content-type") ?? "";
    if (!jsonType.test(type)) throw new ProblemError("unsupported-media-type");
    const announced = Number(c.req.header("content-length") ?? "0");
    if (announced > limit) throw new ProblemError("too-large", { extensions: { limit } });
    const raw = c.req.raw;
    const bytes = raw.body === null ? new Uint8Array() : await readAll(raw.body, limit, milliseconds);
    let text: string;
    try {
      text = decoder.decode(bytes);
      JSON.parse(text);
    } catch (error) {
      throw new ProblemError("malformed-request", { detail: "The body is not JSON in UTF-8.", cause: error });
    }
    c.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, body: text });
    await next();
  };
}
