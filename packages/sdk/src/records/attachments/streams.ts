import { type Bytes, concat, own } from "../bytes.ts";
import { RecordsAbortedError } from "../errors.ts";

/** A stream that is pulled from a generator; what the generator throws is the stream's error, and cancelling ends it. */
export function streamOf(generator: AsyncGenerator<Bytes, void, void>): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await generator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await generator.return();
    },
  });
}

/** Reads a stream to its end. Whoever stops early cancels it. Works where streams cannot be iterated. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<Bytes, void, void> {
  const reader = stream.getReader();
  // A read that never answers must not outlive the wish to cancel.
  const abort = () => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener("abort", abort, { once: true });
  let finished = false;
  try {
    for (;;) {
      if (signal?.aborted) throw new RecordsAbortedError({ cause: signal.reason });
      const { done, value } = await reader.read();
      if (signal?.aborted) throw new RecordsAbortedError({ cause: signal.reason });
      if (done) {
        finished = true;
        return;
      }
      if (value.length > 0) yield own(value);
    }
  } finally {
    signal?.removeEventListener("abort", abort);
    if (!finished) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/** The same bytes in pieces of equal size; only the last may be shorter, and none is empty. */
export async function* inPieces(
  chunks: AsyncGenerator<Bytes, void, void>,
  size: number,
): AsyncGenerator<Bytes, void, void> {
  let waiting: Bytes[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    while (held + rest.length >= size) {
      const taken = rest.subarray(0, size - held);
      yield held === 0 ? taken : concat(...waiting, taken);
      waiting = [];
      held = 0;
      rest = rest.subarray(taken.length);
    }
    if (rest.length === 0) continue;
    waiting.push(rest);
    held += rest.length;
  }
  if (held > 0) yield concat(...waiting);
}
