import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { WorkerDiedError } from "./errors.ts";
import type { Prepared } from "./prepare.ts";
import type { Trial } from "./trial.ts";
import type { Verdict } from "./verdict.ts";
import type { Report, Task } from "./worker.ts";

/** Ten times what all Solidity tests take on a busy machine. A test that does not end by then is one that fails. */
const PATIENCE = 300_000;
const ENDLESS: Verdict = { kind: "killed", by: "a test that does not end" };

/** A process that tries one mutant after the other; a new one where a mutant had to be ended. */
export class Worker {
  readonly #prepared: Prepared;
  #child: ChildProcess | undefined;

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
  }

  async try(trial: Trial): Promise<Verdict> {
    const child = this.#child ?? this.#start();
    const timer = AbortSignal.timeout(PATIENCE);
    child.send({ kind: "try", trial } satisfies Task);
    try {
      const report = await nextReport(child, timer);
      if (report.kind === "failed") throw new WorkerDiedError(report.message);
      return report.verdict;
    } catch (error) {
      this.stop();
      if (timer.aborted) return ENDLESS;
      throw error;
    }
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const child = fork(join(import.meta.dirname, "worker.ts"), { serialization: "advanced" });
    child.send({ kind: "prepare", prepared: this.#prepared } satisfies Task);
    this.#child = child;
    return child;
  }
}

async function nextReport(child: ChildProcess, signal: AbortSignal): Promise<Report> {
  const done = new AbortController();
  const either = { signal: AbortSignal.any([signal, done.signal]) };
  try {
    return await Promise.race([
      once(child, "message", either).then(([report]) => report as Report),
      once(child, "exit", either).then(([code, by]) => {
        throw new WorkerDiedError(`${by ?? `code ${code}`}`);
      }),
    ]);
  } finally {
    done.abort();
  }
}
