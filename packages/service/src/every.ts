/** Work that repeats. */
export type Repeating = {
  /** Now, and not only at the next turn; once more afterwards when it is under way. */
  run: () => void;
  /** No further turn; resolves when the one under way has ended. */
  stop: () => Promise<void>;
};

/** Runs `job` every `everyMs`, and at once when asked, never twice at a time. */
export function every(everyMs: number, job: () => Promise<void>): Repeating {
  let running: Promise<void> | undefined;
  let again = false;
  const run = (): void => {
    if (running !== undefined) {
      again = true;
      return;
    }
    running = job().finally(() => {
      running = undefined;
      if (again) {
        again = false;
        run();
      }
    });
  };
  const timer = setInterval(run, everyMs);
  return {
    run,
    stop: async () => {
      clearInterval(timer);
      again = false;
      await running;
    },
  };
}
