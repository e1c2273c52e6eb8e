import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf, isTest, type Project, unitsWith } from "../solidity/project.ts";
import { FailsUnchangedError } from "./errors.ts";
import { FlowTests } from "./flowTests.ts";
import type { Ledger } from "./ledger.ts";
import { keyOf, type Mutant } from "./mutants.ts";
import { dependents, type Prepared } from "./prepare.ts";
import type { Tried } from "./report.ts";
import { flowsFor, Schedule } from "./schedule.ts";
import { runSuites } from "./suites.ts";
import type { Verdict } from "./verdict.ts";
import { Worker } from "./workerProcess.ts";

/** Where a run keeps what it can use again. */
export interface Places {
  /** Of the package. */
  readonly root: string;
  readonly cache: string;
}

/** Called after each mutant, with the time it took or undefined where an earlier run had tried it. */
export type Progress = (tried: Tried, seconds: number | undefined) => void;

/** One run over many mutants. */
export class Campaign {
  /** As on disk: what verdicts rest on. */
  readonly #project: Project;
  readonly #prepared: Prepared;
  readonly #places: Places;
  readonly #ledger: Ledger;
  readonly #schedule: Schedule;
  readonly #flows: readonly string[];
  readonly #flowDigest: string;
  readonly #digests = new Map<string, string>();

  constructor(project: Project, prepared: Prepared, places: Places, ledger: Ledger) {
    this.#project = project;
    this.#prepared = prepared;
    this.#places = places;
    this.#ledger = ledger;
    this.#schedule = new Schedule(project);
    const cwd = places.root;
    // The tests of this tool look at no contract.
    const isOfTool = (file: string) => file.startsWith("test/tools/");
    this.#flows = globSync("test/**/*.test.ts", { cwd })
      .filter((file) => !isOfTool(file))
      .sort();
    const scripts = globSync(["test/**/*.ts", "ignition/**/*.{ts,json}"], { cwd }).sort();
    this.#flowDigest = sha256(...scripts.map((file) => readFileSync(join(cwd, file), "utf8")));
  }

  /** Makes sure that the tests pass without any mutant. A test that fails anyway would kill every one. */
  async proveTests(sources: readonly string[]): Promise<void> {
    const { project, artifacts } = this.#prepared;
    const names = new Set(sources.flatMap((source) => this.#schedule.unitsFor(source)));
    const units = project.units.filter(({ name }) => names.has(name));
    const file = join(this.#places.cache, "proven.txt");
    const digest = digestOf(project, units);
    if (read(file) === digest) return;
    for (const thoroughness of ["quick", "thorough"] as const) {
      const failure = await runSuites(project, artifacts, units, thoroughness);
      if (failure !== undefined) throw new FailsUnchangedError(failure.test);
    }
    writeFileSync(file, digest);
  }

  /** Tries every mutant, `jobs` at a time. An explained one need not be told to the stories. */
  async run(
    mutants: readonly Mutant[],
    {
      jobs,
      isExplained,
      progress,
    }: { jobs: number; isExplained: (key: string) => boolean; progress: Progress },
  ): Promise<Tried[]> {
    const tried: Tried[] = [];
    const queue = mutants.values();
    const work = async (slot: number) => {
      const worker = new Worker(this.#prepared);
      const flowTests = new FlowTests(this.#places.root, join(this.#places.cache, `flows-${slot}`));
      try {
        for (const mutant of queue) {
          const key = keyOf(mutant);
          const known = this.#ledger.find(key, (verdict) => this.#digest(mutant, verdict));
          const began = performance.now();
          const verdict = known ?? (await this.#try(mutant, worker, flowTests, isExplained(key)));
          const seconds = (performance.now() - began) / 1_000;
          if (known === undefined) {
            this.#ledger.write({ key, digest: this.#digest(mutant, verdict), verdict, seconds });
          }
          tried.push({ mutant, verdict });
          progress({ mutant, verdict }, known === undefined ? seconds : undefined);
        }
      } finally {
        worker.stop();
      }
    };
    await Promise.all(Array.from({ length: jobs }, (_, slot) => work(slot)));
    return tried;
  }

  async #try(mutant: Mutant, worker: Worker, flowTests: FlowTests, isExplained: boolean): Promise<Verdict> {
    const source = sourceOf(mutant);
    const replacement = { source, content: mutant.content };
    const units = this.#schedule.unitsFor(source);
    const verdict = await worker.try({ replacement, units });
    this.#schedule.learn(source, units, verdict.kind === "killed" ? verdict.unit : undefined);
    if (verdict.kind !== "survived" || isExplained) return verdict;
    const by = await flowTests.run(replacement, flowsFor(this.#project, source, this.#flows));
    return by === undefined ? verdict : { kind: "killed", by };
  }

  /** Of the mutant and of what its verdict rests on: the contracts, and those tests that had a say. */
  #digest(mutant: Mutant, verdict: Verdict): string {
    const source = sourceOf(mutant);
    const parts = [
      sha256(mutant.content),
      this.#unitDigest(dependents(this.#project, source).map(({ name }) => name)),
    ];
    if (verdict.kind === "killed" && verdict.unit !== undefined) parts.push(this.#unitDigest([verdict.unit]));
    if (verdict.kind === "killed" && verdict.unit === undefined) parts.push(this.#flowDigest);
    if (verdict.kind === "survived") {
      const tests = unitsWith(this.#project, source).filter(isTest);
      parts.push(this.#unitDigest(tests.map(({ name }) => name)), this.#flowDigest);
    }
    return sha256(...parts);
  }

  #unitDigest(names: readonly string[]): string {
    const key = names.join();
    const found =
      this.#digests.get(key) ??
      digestOf(
        this.#project,
        this.#project.units.filter(({ name }) => names.includes(name)),
      );
    this.#digests.set(key, found);
    return found;
  }
}

/** The compiler's name of the file that a mutant changes. */
export function sourceOf({ file }: Mutant): string {
  return `project/src/${file}`;
}

function sha256(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length} ${part}`);
  return hash.digest("hex");
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
