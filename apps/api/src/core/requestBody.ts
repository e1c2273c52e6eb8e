import { ProblemError } from "./problem.ts";

/**
 * The chunks of a body, at most `limit` bytes.
 *
 * Whoever stops reading early has the rest read and thrown away, up to the limit once more: closing a connection on which the
 * other side is still sending makes browsers report a broken connection instead of the answer.
 *
 * @throws {@link ProblemError} `too-large`, or `malformed-request` when the body ends early
 */
export async function* chunksWithin(
  body: ReadableStream<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let size = 0;
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        ended = true;
        throw new ProblemError("malformed-request", { detail: "The body ended early.", cause });
      });
      if (done) {
        ended = true;
        return;
      }
      size += value.byteLength;
      if (size > limit) throw new ProblemError("too-large", { extensions: { limit } });
      yield value;
    }
  } finally {
    if (!ended) await discard(reader, limit);
    reader.releaseLock();
  }
}

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<void> {
  let size = 0;
  while (size <= limit) {
    // A peer that has gone needs no answer.
    const chunk = await reader.read().catch(() => undefined);
    if (chunk === undefined || chunk.done) return;
    size += chunk.value.byteLength;
  }
}
