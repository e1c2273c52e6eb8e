/**
 * Waits before looking again: neither chains nor indexes tell everyone of each change, so looking again after an
 * interval is the condition that works everywhere. Ends early, without failing, when the signal does.
 */
export function pause(interval: number, signal?: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, interval);
    signal?.addEventListener("abort", done, { once: true });
  });
}
