import type { Artifact } from "@nomicfoundation/edr";
import { errorOf, type Output } from "../solidity/compiler.ts";
import { compileUnits, type Replacement } from "../solidity/compileUnits.ts";
import type { Unit } from "../solidity/project.ts";
import { type Artifacts, artifactsOf } from "./artifacts.ts";
import { dependents, type Prepared } from "./prepare.ts";
import { runSuites, type Thoroughness } from "./suites.ts";
import type { Verdict } from "./verdict.ts";

/** A mutant to try, and where to look first. */
export interface Trial {
  readonly replacement: Replacement;
  /** Names of test units, the most promising first. */
  readonly units: readonly string[];
}

/**
 * Tries a mutant on the Solidity tests, from the most promising on, and stops at the first that fails: unit tests, then
 * invariants and long fuzzing. One that nobody notices may not differ at all once it is optimised.
 */
export async function tryMutant(prepared: Prepared, trial: Trial): Promise<Verdict> {
  const { project } = prepared;
  const { replacement } = trial;
  const changed = dependents(project, replacement.source);
  const output = compileUnits(project, changed, { replacement });
  if (errorOf(output) !== undefined) return { kind: "stillborn" };

  const suites = new Suites(prepared, trial, artifactsOf(project, changed, output));
  const units = trial.units.flatMap((name) => project.units.filter((unit) => unit.name === name));
  // One, then a few, then all: the first look costs least, and most mutants die there.
  const looks = [units.slice(0, 1), units.slice(1, 4), units.slice(4)];
  for (const look of looks) {
    const verdict = await suites.run(look, "quick");
    if (verdict !== undefined) return verdict;
  }
  const verdict = await suites.run(units, "thorough");
  if (verdict !== undefined) return verdict;
  return { kind: isSameCode(prepared, changed, replacement) ? "equivalent" : "survived" };
}

/** The tests of one mutant. */
class Suites {
  readonly #prepared: Prepared;
  readonly #replacement: Replacement;
  readonly #artifacts: Map<string, readonly Artifact[]>;
  readonly #own = new Set<string>();

  constructor(prepared: Prepared, { replacement }: Trial, contracts: Artifacts) {
    this.#prepared = prepared;
    this.#replacement = replacement;
    this.#artifacts = new Map([...prepared.artifacts, ...contracts]);
  }

  async run(units: readonly Unit[], thoroughness: Thoroughness): Promise<Verdict | undefined> {
    const { project, inlined } = this.#prepared;
    const stale = units.filter(
      ({ name }) => inlined.get(name)?.has(this.#replacement.source) === true && !this.#own.has(name),
    );
    if (stale.length > 0) {
      const output = compileUnits(project, stale, { replacement: this.#replacement });
      if (errorOf(output) !== undefined) return { kind: "stillborn" };
      for (const [name, artifacts] of artifactsOf(project, stale, output))
        this.#artifacts.set(name, artifacts);
      for (const { name } of stale) this.#own.add(name);
    }
    const failure = await runSuites(project, this.#artifacts, units, thoroughness);
    return failure && { kind: "killed", by: failure.test, unit: failure.unit };
  }
}

/** Optimised code of what is unchanged, by the source that a mutant changes. */
const unchanged = new WeakMap<Prepared, Map<string, string>>();

function isSameCode(prepared: Prepared, units: readonly Unit[], replacement: Replacement): boolean {
  const { project } = prepared;
  const codes = unchanged.get(prepared) ?? new Map<string, string>();
  unchanged.set(prepared, codes);
  const before =
    codes.get(replacement.source) ?? codeOf(compileUnits(project, units, { optimized: true }), units);
  codes.set(replacement.source, before);
  return before === codeOf(compileUnits(project, units, { optimized: true, replacement }), units);
}

function codeOf({ contracts = {} }: Output, units: readonly Unit[]): string {
  return JSON.stringify(
    units.map(({ name }) =>
      Object.entries(contracts[name] ?? {}).map(([, { evm }]) => evm?.bytecode?.object),
    ),
  );
}
