import { isContract, isTest, type Project, type Unit, unitsWith } from "../solidity/project.ts";

/** What a unit found before anything is known: as if one of two mutants had died there. */
const PRIOR = { kills: 1, tries: 2 };

/** Remembers which tests notice changes of which source, so that the next mutant meets them first. */
export class Schedule {
  readonly #project: Project;
  readonly #kills = new Map<string, number>();
  readonly #tries = new Map<string, number>();

  constructor(project: Project) {
    this.#project = project;
  }

  /** Test units that may notice a change of `source`, the most promising first. */
  unitsFor(source: string): string[] {
    return unitsWith(this.#project, source)
      .filter(isTest)
      .map((unit) => ({ unit, promise: this.#promise(source, unit) }))
      .sort((a, b) => b.promise - a.promise)
      .map(({ unit }) => unit.name);
  }

  /** `tried` in order, the last one having found the mutant if there was a `killer`. */
  learn(source: string, tried: readonly string[], killer: string | undefined): void {
    const until = killer === undefined ? tried.length : tried.indexOf(killer) + 1;
    for (const unit of tried.slice(0, until)) this.#add(this.#tries, source, unit);
    if (killer !== undefined) this.#add(this.#kills, source, killer);
  }

  #promise(source: string, unit: Unit): number {
    const key = `${source} ${unit.name}`;
    const rate = (PRIOR.kills + (this.#kills.get(key) ?? 0)) / (PRIOR.tries + (this.#tries.get(key) ?? 0));
    return rate * kinship(this.#project, source, unit);
  }

  #add(counts: Map<string, number>, source: string, unit: string): void {
    const key = `${source} ${unit}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

/** Tests of the same name and of the same domain come first, long ones last. */
function kinship({ units }: Project, source: string, test: Unit): number {
  const path = units.find(({ name }) => name === source)?.path ?? "";
  const [, domain, file = ""] = path.split("/");
  const ownName = test.path.includes(file.replace(/\.sol$/, "")) ? 2 : 1;
  const ownDomain = test.path.startsWith(`test/${domain}/`) ? 2 : 1;
  return (ownName * ownDomain) / (/Invariants/.test(test.path) ? 8 : 1);
}

/** The stories in TypeScript that a change of `source` may spoil: of every domain that builds on it, and of the whole. */
export function flowsFor(project: Project, source: string, files: readonly string[]): string[] {
  const domains = new Set(
    unitsWith(project, source)
      .filter(isContract)
      .map(({ path }) => path.split("/")[1]),
  );
  return files.filter((file) => {
    const [, domain, ...below] = file.split("/");
    return below.length === 0 || domains.has(domain);
  });
}
