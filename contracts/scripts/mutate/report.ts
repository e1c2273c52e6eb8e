import { keyOf, type Mutant } from "./mutants.ts";
import type { Verdict } from "./verdict.ts";

/** Of a hundred mutants that do something, so many have to be noticed. */
const BAR = 90;

export interface Tried {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
}

/** What a run found. */
export interface Outcome {
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  /** Survivors that nobody explained. */
  readonly survivors: readonly Mutant[];
  /** Explained, and yet noticed. */
  readonly noticed: readonly Mutant[];
  readonly ok: boolean;
}

/** Counts by file and in all. Stillborn and equivalent mutants count neither way. */
export function outcomeOf(tried: readonly Tried[], explained: ReadonlyMap<string, unknown>): Outcome {
  const isExplained = ({ mutant }: Tried) => explained.has(keyOf(mutant));
  const of = (kind: Verdict["kind"], among: readonly Tried[]) =>
    among.filter(({ verdict }) => verdict.kind === kind);
  const row = (name: string, among: readonly Tried[]) => {
    const killed = of("killed", among).length;
    const survived = of("survived", among);
    return {
      file: name,
      mutants: killed + survived.length,
      killed,
      explained: survived.filter(isExplained).length,
      survived: survived.filter((each) => !isExplained(each)).length,
      equivalent: of("equivalent", among).length,
      stillborn: of("stillborn", among).length,
      "killed %": percent(killed, killed + survived.length),
    };
  };
  const files = [...new Set(tried.map(({ mutant }) => mutant.file))].sort();
  const all = row("all", tried);
  const survivors = of("survived", tried).filter((each) => !isExplained(each));
  return {
    rows: [
      ...files.map((file) =>
        row(
          file,
          tried.filter(({ mutant }) => mutant.file === file),
        ),
      ),
      all,
    ],
    survivors: survivors.map(({ mutant }) => mutant),
    noticed: of("killed", tried)
      .filter(isExplained)
      .map(({ mutant }) => mutant),
    ok: survivors.length === 0 && all["killed %"] >= BAR,
  };
}

/** A mutant as a reader of the code would see it. */
export function shownMutant({ file, line, in: scope, operator, from, to }: Mutant): string {
  return `src/${file}:${line} ${scope} (${operator})\n  - ${from}\n  + ${to === "" ? "(gone)" : to}`;
}

/** What to put into the list of explained survivors, once it is known why. */
export function toExplain({ file, in: scope, from, to, nth }: Mutant): string {
  return JSON.stringify({ file, in: scope, from, to, ...(nth === undefined ? {} : { nth }), why: "" });
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part * 1_000) / whole) / 10;
}
