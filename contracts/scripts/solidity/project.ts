import { createHash } from "node:crypto";
import { relative } from "node:path";
import hre from "hardhat";
import { DoesNotCompileError } from "./errors.ts";

/** A file that the compiler is started with, and all that it imports. */
export interface Unit {
  /** As the compiler knows it. */
  readonly name: string;
  /** Below the package, such as "test/assets/AssetToken.t.sol". */
  readonly path: string;
  readonly sources: readonly string[];
  readonly remappings: readonly string[];
}

/** All Solidity of the package. Plain data, so that it can be handed to another process. */
export interface Project {
  readonly root: string;
  readonly compilerVersion: string;
  readonly evmVersion: string;
  readonly runs: number;
  readonly units: readonly Unit[];
  readonly sources: Readonly<Record<string, string>>;
}

/** Reads the sources as they are on disk, with Hardhat's own resolution of imports. */
export async function readProject(): Promise<Project> {
  const roots = await hre.solidity.getRootFilePaths({ scope: "contracts" });
  const found = await hre.solidity.getCompilationJobs(roots, { force: true, isolated: true, quiet: true });
  if (!found.success) throw new DoesNotCompileError("the project", found.formattedReason);
  const sources: Record<string, string> = {};
  const units: Unit[] = [];
  let compilerVersion = "";
  for (const [root, { dependencyGraph, solcConfig }] of found.indexedIndividualJobs) {
    compilerVersion = solcConfig.version;
    const files = [...dependencyGraph.getAllFiles()];
    for (const { inputSourceName, content } of files) sources[inputSourceName] = content.text;
    const [[, name] = ["", ""]] = Object.entries(dependencyGraph.getRootsUserSourceNameMap());
    units.push({
      name,
      path: relative(hre.config.paths.root, root),
      sources: files.map(({ inputSourceName }) => inputSourceName),
      remappings: dependencyGraph.getAllRemappings(),
    });
  }
  const { evmVersion, optimizer } = hre.config.solidity.profiles.default?.compilers[0]?.settings ?? {};
  return { root: hre.config.paths.root, compilerVersion, evmVersion, runs: optimizer.runs, units, sources };
}

export const isContract = ({ path }: Unit) => path.startsWith("src/");
export const isTest = ({ path }: Unit) => path.startsWith("test/") && path.endsWith(".t.sol");

/** Units that would not be the same with another text of `source`. */
export function unitsWith(project: Project, source: string): Unit[] {
  return project.units.filter(({ sources }) => sources.includes(source));
}

/** A hash of units and all that they import. */
export function digestOf(project: Project, units: readonly Unit[]): string {
  const names = [...new Set(units.flatMap(({ sources }) => sources))].sort();
  const hash = createHash("sha256");
  for (const name of names) hash.update(`${name}\0${project.sources[name]}\0`);
  return hash.digest("hex");
}
