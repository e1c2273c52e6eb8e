import { readFileSync } from "node:fs";
import { keyOf, type Mutant, type MutantName } from "./mutants.ts";

/** A survivor of which somebody said why no test can or need notice it. */
export interface Explained extends MutantName {
  readonly why: string;
}

/** The survivors that are explained, by key. */
export function readExplained(file: string): ReadonlyMap<string, Explained> {
  const all = JSON.parse(readFileSync(file, "utf8")) as Explained[];
  return new Map(all.map((each) => [keyOf(each), each]));
}

/** Explanations of mutants that there no longer are: the code has changed, so they say nothing. */
export function stale(explained: ReadonlyMap<string, Explained>, mutants: readonly Mutant[]): Explained[] {
  const known = new Set(mutants.map(keyOf));
  return [...explained].filter(([key]) => !known.has(key)).map(([, each]) => each);
}
