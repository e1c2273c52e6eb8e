import type { AstNode } from "../solidity/ast.ts";
import { errorOf, type Output } from "../solidity/compiler.ts";
import { compileUnits, parseUnits } from "../solidity/compileUnits.ts";
import { DoesNotCompileError } from "../solidity/errors.ts";
import { isContract, isTest, type Project, type Unit } from "../solidity/project.ts";
import { type Artifacts, artifactsOf } from "./artifacts.ts";
import { DEPLOYER, DEPLOYER_SOURCE, type Declarations, declarationsOf, detach } from "./detach.ts";

/** All that stays the same from mutant to mutant. Plain data, so that it can be handed to another process. */
export interface Prepared {
  /** With tests that deploy what the runner is given. */
  readonly project: Project;
  /** Everything, compiled unchanged. */
  readonly artifacts: Artifacts;
  /** By test unit: sources that are part of the tests' own code, which then has to be compiled again. */
  readonly inlined: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The compiler's tree of every source. */
export function treesOf(project: Project): Readonly<Record<string, AstNode>> {
  const { sources = {} } = checked("the project", parseUnits(project, project.units));
  return Object.fromEntries(Object.entries(sources).flatMap(([name, { ast }]) => (ast ? [[name, ast]] : [])));
}

/** Detaches the tests from the contracts and compiles both, of the tests only those that `changing` concerns. */
export function prepare(
  original: Project,
  trees: Readonly<Record<string, AstNode>>,
  changing: readonly string[],
): Prepared {
  const declarations = declarationsOf(trees);
  const mutable = new Set(original.units.filter(isContract).map(({ name }) => name));
  const ofTests = original.units.filter((unit) => !isContract(unit)).map(({ name }) => name);
  const detached = detachAll(original, trees, declarations, mutable, ofTests);

  const project: Project = {
    ...original,
    sources: { ...original.sources, ...detached.sources, [DEPLOYER_SOURCE]: DEPLOYER },
    units: original.units.map((unit) =>
      isContract(unit) ? unit : { ...unit, sources: [...unit.sources, DEPLOYER_SOURCE] },
    ),
  };
  const isConcerned = ({ sources }: Unit) => changing.some((source) => sources.includes(source));
  const units = project.units.filter((unit) => isContract(unit) || (isTest(unit) && isConcerned(unit)));
  const output = checked("the project", compileUnits(project, units));
  const inlined = new Map(
    project.units.filter(isTest).map(({ name, sources }) => {
      const own = sources.flatMap((source) => [...(detached.inlined.get(source) ?? [])]);
      return [name, new Set(own.flatMap((source) => closureOf(original, source)))];
    }),
  );
  return { project, artifacts: artifactsOf(project, units, output), inlined };
}

function detachAll(
  { sources }: Project,
  trees: Readonly<Record<string, AstNode>>,
  declarations: Declarations,
  mutable: ReadonlySet<string>,
  names: readonly string[],
) {
  const changed: Record<string, string> = {};
  const inlined = new Map<string, ReadonlySet<string>>();
  for (const name of names) {
    const tree = trees[name];
    const content = sources[name];
    if (tree === undefined || content === undefined) continue;
    const test = detach(content, tree, declarations, (source) => mutable.has(source));
    changed[name] = test.content;
    inlined.set(name, test.inlined);
  }
  return { sources: changed, inlined };
}

function closureOf({ units }: Project, source: string): readonly string[] {
  return units.find(({ name }) => name === source)?.sources ?? [source];
}

function checked(what: string, output: Output): Output {
  const error = errorOf(output);
  if (error !== undefined) throw new DoesNotCompileError(what, error);
  return output;
}

/** Units of the project that are contracts and would not be the same with another text of `source`. */
export function dependents({ units }: Project, source: string): Unit[] {
  return units.filter((unit) => isContract(unit) && unit.sources.includes(source));
}
