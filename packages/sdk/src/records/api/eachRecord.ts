import { QtiError } from "../../errors/base.ts";
import { KeysLockedError, RecordsAbortedError, RecordsWorkerError } from "../errors.ts";
import type { RecordRow } from "../wire.ts";
import type { Abortable } from "./request.ts";

/** How far work on many records is. */
export type RecordsProgress = { readonly total: number; readonly done: number; readonly failed: number };

export type RecordFailure = { readonly record: RecordRow; readonly error: QtiError };

/**
 * Does something to one record after the other. One to which it cannot be done, or that changed meanwhile, keeps none of the others from it.
 *
 * @throws {@link KeysLockedError} {@link RecordsAbortedError} {@link RecordsWorkerError}
 */
export async function eachRecord<item extends { readonly record: RecordRow }>(
  items: readonly item[],
  work: (item: item) => Promise<void>,
  { onProgress, signal }: Abortable & { onProgress?: ((progress: RecordsProgress) => void) | undefined },
): Promise<RecordFailure[]> {
  const failures: RecordFailure[] = [];
  let done = 0;
  const report = () => onProgress?.({ total: items.length, done, failed: failures.length });
  report();
  for (const item of items) {
    if (signal?.aborted) throw new RecordsAbortedError({ cause: signal.reason });
    try {
      await work(item);
      done++;
    } catch (error) {
      if (!(error instanceof QtiError) || endsAll(error)) throw error;
      failures.push({ record: item.record, error });
    }
    report();
  }
  return failures;
}

/** Then nothing else can be done either. */
function endsAll(error: QtiError): boolean {
  return (
    error instanceof RecordsAbortedError ||
    error instanceof KeysLockedError ||
    error instanceof RecordsWorkerError
  );
}
