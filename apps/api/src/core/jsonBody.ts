import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";
import { ProblemError } from "./problem.ts";
import { chunksWithin } from "./requestBody.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });
const jsonType = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** What is read, unless it takes longer than `milliseconds`. */
async function within<read>(milliseconds: number, reading: Promise<read>): Promise<read> {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new ProblemError("request-timeout")), milliseconds);
  // When the time is over first, nobody waits for how the rest ends.
  reading.catch(() => undefined);
  try {
    return await Promise.race([reading, expired]);
  } finally {
    clearTimeout(timer);
  }
}

/** A body of as many bytes as were announced: Node ends it there, and nothing has to count them. */
function readAnnounced(raw: Request): Promise<ArrayBuffer> {
  return raw.arrayBuffer().catch((cause: unknown) => {
    throw new ProblemError("malformed-request", { detail: "The body ended early.", cause });
  });
}

async function readCounted(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksWithin(body, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What can be wrong with a JSON body, beyond what any request can have. */
export const jsonProblems = ["invalid-input", "too-large", "unsupported-media-type"] as const;

/**
 * Reads a JSON body before validation sees it: right media type, bounded size, bounded time, valid UTF-8, valid JSON. The
 * validators then read the same text from memory.
 */
export function jsonBody(limit: number, milliseconds = 15_000): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const type = c.req.header("content-type") ?? "";
    if (!jsonType.test(type)) throw new ProblemError("unsupported-media-type");
    const length = c.req.header("content-length");
    if (Number(length ?? "0") > limit) throw new ProblemError("too-large", { extensions: { limit } });
    const raw = c.req.raw;
    const read = async () => {
      if (length !== undefined) return readAnnounced(raw);
      return raw.body === null ? new Uint8Array() : readCounted(raw.body, limit);
    };
    let text: string;
    const bytes = await within(milliseconds, read());
    try {
      text = decoder.decode(bytes);
      JSON.parse(text);
    } catch (error) {
      throw new ProblemError("malformed-request", { detail: "The body is not JSON in UTF-8.", cause: error });
    }
    // Where validators look first: a promise, whatever its type says.
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
    await next();
  };
}
