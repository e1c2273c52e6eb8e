import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, createWriteStream, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { CommandFailedError, PartDiedError, StoppedError } from "../errors.ts";
import { endGroup } from "./groups.ts";
import { tailOf } from "./log.ts";
import { type UntilOptions, until } from "./until.ts";

const defaultGraceMs = 4_000;
/** How long the last lines of a command that has ended may take to arrive. */
const lastLinesMs = 2_000;

/** What to run, and where. */
export interface ProcessSpec {
  /** Name of the part: of its log file and in messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Also receives every line that the process writes. */
  readonly onLine?: (line: string) => void;
  /** Whether the error of a command that fails ends with its last lines, although `onLine` got them: where several write at once. */
  readonly repeatsItsEnd?: boolean;
  /** Another user to run as. Only root can. */
  readonly uid?: number;
  /** Time between SIGINT and SIGKILL. */
  readonly graceMs?: number;
}

/** A running part. */
export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Ends the process and everything it started. */
  stop(): Promise<void>;
}

const describeExit = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal === null ? `exit code ${code}` : signal;

/**
 * Everything one orchestrator starts. Each process leads its own group, so that its own children go with it; groups are
 * ended last started first; a detached guard ends them when this process can no longer do it.
 */
export class Processes {
  readonly logDir: string;
  /** Rejects with {@link PartDiedError} when a part ends although nobody stopped it. Never resolves. */
  readonly died: Promise<never>;
  readonly #running = new Set<RunningProcess>();
  readonly #stopping = new AbortController();
  #guard: ChildProcess | undefined;
  #reportDeath: (error: Error) => void = () => {};

  constructor(logDir: string) {
    this.logDir = logDir;
    mkdirSync(logDir, { recursive: true });
    this.died = new Promise((_, reject) => {
      this.#reportDeath = reject;
    });
    // Whoever cares waits on `died`; a death while nobody waits must not crash the process.
    this.died.catch(() => {});
  }

  /** Starts a part that has to run until it is stopped. */
  start(spec: ProcessSpec): RunningProcess {
    const { process: running, exited } = this.#spawn(spec);
    exited.then((how) => {
      if (!this.#running.has(running)) return;
      this.#forget(running);
      this.#reportDeath(new PartDiedError(spec.name, how, running.logFile, tailOf(running.logFile)));
    });
    return running;
  }

  /** Runs a command to its end. Rejects with {@link CommandFailedError} unless it exits with 0. */
  async run(spec: ProcessSpec): Promise<void> {
    const { process: running, exited, written } = this.#spawn(spec);
    const how = await exited;
    this.#forget(running);
    if (how === "exit code 0") return;
    // Something that it left behind could hold its output open for ever.
    await Promise.race([written, setTimeout(lastLinesMs, undefined, { ref: false })]);
    const tail = spec.onLine === undefined || spec.repeatsItsEnd ? tailOf(running.logFile) : undefined;
    throw new CommandFailedError(spec.name, how, running.logFile, tail);
  }

  /** The result of `work`, or the death of a part if that comes first. */
  whileAlive<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.died]);
  }

  /** {@link until}, but no longer than all parts live and nobody stops them. */
  until<T>(
    check: () => Promise<T | undefined>,
    options: UntilOptions,
    fatal?: new (...args: never[]) => Error,
  ): Promise<T> {
    return this.whileAlive(until(check, { ...options, signal: this.#stopping.signal }, fatal));
  }

  /** Has the guard remove a file or folder once everything has ended. */
  removeAtEnd(file: string): void {
    this.#tellGuard(`remove ${file}`);
  }

  /** Has the guard hold a name until everything has ended, also when this process is killed. */
  holdToTheEnd(name: string): void {
    this.#tellGuard(`hold ${name}`);
  }

  /** Ends everything, last started first, then the guard. Nothing can be started after that. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const running of [...this.#running].reverse()) await running.stop();
    this.#guard?.stdin?.end();
    this.#guard = undefined;
  }

  #spawn(spec: ProcessSpec) {
    if (this.#stopping.signal.aborted) throw new StoppedError(spec.name);
    const logFile = path.join(this.logDir, `${spec.name}.log`);
    const log = openSync(logFile, "w");
    this.#tellGuard();
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env },
      detached: true,
      stdio: spec.onLine === undefined ? ["ignore", log, log] : ["ignore", "pipe", "pipe"],
      ...(spec.uid === undefined ? {} : { uid: spec.uid, gid: spec.uid }),
    });
    const written = spec.onLine === undefined ? Promise.resolve() : copyLines(child, logFile, spec.onLine);
    closeSync(log);
    const exited = new Promise<string>((resolve) => {
      child.once("exit", (code, signal) => resolve(describeExit(code, signal)));
      child.once("error", (error) => resolve(error.message));
    });
    const pid = child.pid ?? 0;
    const graceMs = spec.graceMs ?? defaultGraceMs;
    const running: RunningProcess = {
      name: spec.name,
      pid,
      logFile,
      stop: async () => {
        if (!this.#running.delete(running)) return;
        if (pid !== 0) await endGroup(pid, graceMs);
        this.#tellGuard(`ended ${pid}`);
      },
    };
    if (pid !== 0) this.#tellGuard(`started ${pid} ${graceMs}`);
    this.#running.add(running);
    return { process: running, exited, written };
  }

  /** The leader has gone; what it left in its group goes too. */
  #forget(running: RunningProcess): void {
    void running.stop();
  }

  #tellGuard(line?: string): void {
    if (this.#guard === undefined) {
      const guard = spawn(process.execPath, [path.join(import.meta.dirname, "guard.ts")], {
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
      });
      guard.on("error", () => {});
      guard.stdin.on("error", () => {});
      guard.unref();
      this.#guard = guard;
    }
    if (line !== undefined) this.#guard.stdin?.write(`${line}\n`);
  }
}

/** Resolves when all that was written stands in the file. */
async function copyLines(
  child: ChildProcess,
  logFile: string,
  onLine: (line: string) => void,
): Promise<void> {
  const file = createWriteStream(logFile);
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams) {
    stream.pipe(file, { end: false });
    createInterface({ input: stream }).on("line", onLine);
  }
  await Promise.allSettled(streams.map((stream) => finished(stream)));
  file.end();
  await finished(file);
}
