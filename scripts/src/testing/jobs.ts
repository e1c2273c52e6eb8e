/** A piece of work that may wait for others. */
export interface Job {
  readonly name: string;
  /** Names of jobs that have to succeed first. */
  readonly needs: readonly string[];
  /** How many of the slots it takes: 2 of 2 means that nothing runs beside it. */
  readonly weight?: number;
  run(): Promise<void>;
}

/** How a job ended. A job is skipped when one that it needs did not succeed. */
export type JobResult =
  | { readonly name: string; readonly outcome: "done" | "skipped"; readonly seconds: number }
  | { readonly name: string; readonly outcome: "failed"; readonly seconds: number; readonly error: unknown };

/**
 * Runs jobs side by side, as many as fit in the slots, each as soon as what it needs has succeeded; of those that could
 * start, the first in the list. A failure stops nothing but the jobs that need it.
 */
export async function runJobs(jobs: readonly Job[], slots: number): Promise<JobResult[]> {
  const waiting = new Set(jobs);
  const running = new Map<Job, Promise<void>>();
  const results = new Map<string, JobResult>();
  const slotsOf = ({ weight = 1 }: Job) => Math.min(weight, slots);
  const free = () => slots - [...running.keys()].reduce((sum, job) => sum + slotsOf(job), 0);
  const stateOf = ({ needs }: Job) => {
    const outcomes = needs.map((name) => results.get(name)?.outcome);
    if (outcomes.some((outcome) => outcome === "failed" || outcome === "skipped")) return "hopeless";
    return outcomes.every((outcome) => outcome === "done") ? "ready" : "early";
  };

  while (waiting.size > 0 || running.size > 0) {
    for (const job of [...waiting].filter((one) => stateOf(one) === "hopeless")) {
      waiting.delete(job);
      results.set(job.name, { name: job.name, outcome: "skipped", seconds: 0 });
    }
    for (const job of [...waiting].filter((one) => stateOf(one) === "ready")) {
      // A heavy job waits for room; lighter ones behind it must not starve it.
      if (slotsOf(job) > free()) break;
      waiting.delete(job);
      const work = timed(job).then((result) => {
        results.set(job.name, result);
        running.delete(job);
      });
      running.set(job, work);
    }
    if (running.size > 0) await Promise.race(running.values());
    else if ([...waiting].every((job) => stateOf(job) === "early")) break; // they need what is not in the list
  }
  return [...results.values()];
}

async function timed(job: Job): Promise<JobResult> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  try {
    await job.run();
    return { name: job.name, outcome: "done", seconds: seconds() };
  } catch (error) {
    return { name: job.name, outcome: "failed", seconds: seconds(), error };
  }
}
