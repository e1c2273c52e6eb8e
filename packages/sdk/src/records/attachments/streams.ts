import { type Bytes, own } from "../bytes.ts";
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
