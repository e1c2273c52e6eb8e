import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { WorkerDiedError } from "./errors.ts";
import type { Prepared } from "./prepare.ts";
import type { Trial } from "./trial.ts";
import type { Verdict } from "./verdict.ts";
import type { Report, Task } from "./worker.ts";

/** A test that does not end is one that fails. */
const ENDLESS: Verdict = { kind: "killed", by: "a test that does not end" };

/**
 * Processor time, in microseconds, ten times what all tests of a contract take: a test that needs more does not end. Not
 * time on the clock, of which a busy machine needs any amount.
 */
const PATIENCE = 120_000_000;

/** A process that tries one mutant after the other; a new one where a mutant left it with a test that does not end. */
export class Worker {
  readonly #prepared: Prepared;
  readonly #patience: number;
  #child: ChildProcess | undefined;

  constructor(prepared: Prepared, { patience = PATIENCE } = {}) {
    this.#prepared = prepared;
    this.#patience = patience;
  }

  async try(trial: Trial): Promise<Verdict> {
    const child = this.#child?.connected === true ? this.#child : this.#start();
    child.send({ kind: "try", trial } satisfies Task);
    const report = await nextReport(child);
    if (report.kind === "failed") throw new WorkerDiedError(report.message);
    if (report.kind === "verdict") return report.verdict;
    // Nothing can end the runner but the end of its process, and the next mutant must not be handed to what is ending.
    this.stop();
    return ENDLESS;
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const child = fork(join(import.meta.dirname, "worker.ts"), { serialization: "advanced" });
    child.send({ kind: "prepare", prepared: this.#prepared, patience: this.#patience } satisfies Task);
    this.#child = child;
    return child;
  }
}

async function nextReport(child: ChildProcess): Promise<Report> {
  const done = new AbortController();
  try {
    return await Promise.race([
      once(child, "message", done).then(([report]) => report as Report),
      once(child, "exit", done).then(([code, signal]) => {
        throw new WorkerDiedError(signal === null ? `code ${code}` : `${signal}`);
      }),
    ]);
  } finally {
    done.abort();
  }
}
