import { compile, type Output } from "./compiler.ts";
import type { Project, Unit } from "./project.ts";

/** Other text in place of a source's. */
export interface Replacement {
  readonly source: string;
  readonly content: string;
}

const CODE = [
  "abi",
  "evm.bytecode.object",
  "evm.bytecode.linkReferences",
  "evm.deployedBytecode.object",
  "evm.deployedBytecode.linkReferences",
];

/** Compiles units together, with one source replaced. Not optimised it takes a third of the time. */
export function compileUnits(
  project: Project,
  units: readonly Unit[],
  { optimized = false, replacement }: { optimized?: boolean; replacement?: Replacement } = {},
): Output {
  return compile({
    sources: sourcesOf(project, units, replacement),
    settings: {
      ...settingsOf(project, units),
      optimizer: optimized ? { enabled: true, runs: project.runs } : { enabled: false },
      outputSelection: Object.fromEntries(units.map(({ name }) => [name, { "*": CODE }])),
    },
  });
}

/** Only looks at units, and gives the tree of every source. */
export function parseUnits(project: Project, units: readonly Unit[]): Output {
  return compile({
    sources: sourcesOf(project, units),
    settings: {
      ...settingsOf(project, units),
      optimizer: { enabled: false },
      outputSelection: { "*": { "": ["ast"] } },
    },
  });
}

/** Only looks at units, and says where their contracts keep state. */
export function locateState(project: Project, units: readonly Unit[]): Output {
  return compile({
    sources: sourcesOf(project, units),
    settings: {
      ...settingsOf(project, units),
      optimizer: { enabled: false },
      outputSelection: Object.fromEntries(units.map(({ name }) => [name, { "*": ["storageLayout"] }])),
    },
  });
}

function sourcesOf(project: Project, units: readonly Unit[], replacement?: Replacement) {
  const names = new Set(units.flatMap(({ sources }) => sources));
  return Object.fromEntries(
    [...names].map((name) => {
      const content = name === replacement?.source ? replacement.content : (project.sources[name] ?? "");
      return [name, { content }];
    }),
  );
}

function settingsOf({ evmVersion }: Project, units: readonly Unit[]) {
  return {
    remappings: [...new Set(units.flatMap(({ remappings }) => remappings))],
    evmVersion,
    metadata: { appendCBOR: false },
  } as const;
}
