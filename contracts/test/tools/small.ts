import { type Mutant, mutantsOf } from "../../scripts/mutate/mutants.ts";
import { compile, errorOf } from "../../scripts/solidity/compiler.ts";
import type { Project, Unit } from "../../scripts/solidity/project.ts";

const HEAD = "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.37;\n";

/** The mutants of a source that is given without its head. */
export function mutantsIn(code: string): Mutant[] {
  const content = HEAD + code;
  const output = compile({
    sources: { "Small.sol": { content } },
    settings: {
      remappings: [],
      evmVersion: "osaka",
      optimizer: { enabled: false },
      metadata: { appendCBOR: false },
      outputSelection: { "Small.sol": { "": ["ast"] } },
    },
  });
  const ast = output.sources?.["Small.sol"]?.ast;
  if (ast === undefined) throw new TypeError(errorOf(output));
  return mutantsOf("small/Small.sol", content, ast);
}

/** A body of a function in a contract, and what becomes of it: "operator: from => to". */
export function changesOf(body: string, around = ""): string[] {
  const code = `contract Small { ${around} function f(uint256 a, uint256 b) external returns (uint256 c) { ${body} } }`;
  return mutantsIn(code)
    .filter((mutant) => mutant.in === "Small.f")
    .map(({ operator, from, to }) => `${operator}: ${from} => ${to}`);
}

/** A project of a few files, each importing those that are named with it. */
export function smallProject(
  files: Readonly<Record<string, { code: string; imports?: readonly string[] }>>,
): Project {
  const sources: Record<string, string> = {};
  const units: Unit[] = Object.entries(files).map(([path, { code, imports = [] }]) => {
    const lines = imports.map((each) => `import "project/${each}";\n`).join("");
    sources[`project/${path}`] = HEAD + lines + code;
    return {
      name: `project/${path}`,
      path,
      sources: [path, ...imports].map((each) => `project/${each}`),
      remappings: [],
    };
  });
  return {
    root: import.meta.dirname,
    compilerVersion: "0.8.37",
    evmVersion: "osaka",
    runs: 10_000,
    units,
    sources,
  };
}
