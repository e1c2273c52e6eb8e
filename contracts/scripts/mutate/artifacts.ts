import type { Artifact } from "@nomicfoundation/edr";
import type { Output } from "../solidity/compiler.ts";
import type { Project, Unit } from "../solidity/project.ts";

/** What the runner deploys and runs, by unit. */
export type Artifacts = ReadonlyMap<string, readonly Artifact[]>;

export function artifactsOf(project: Project, units: readonly Unit[], { contracts = {} }: Output): Artifacts {
  return new Map(
    units.map(({ name: source }) => [
      source,
      Object.entries(contracts[source] ?? {}).map(([name, { abi = [], evm }]) => ({
        id: { name, source, solcVersion: project.compilerVersion },
        contract: {
          abi: JSON.stringify(abi),
          bytecode: `0x${evm?.bytecode?.object ?? ""}`,
          linkReferences: evm?.bytecode?.linkReferences ?? {},
          deployedBytecode: `0x${evm?.deployedBytecode?.object ?? ""}`,
          deployedLinkReferences: evm?.deployedBytecode?.linkReferences ?? {},
        },
      })),
    ]),
  );
}

/** A contract with tests that can be deployed. */
export function isSuite({ contract }: Artifact): boolean {
  const abi = JSON.parse(contract.abi) as { type: string; name?: string }[];
  const hasTests = abi.some(({ type, name = "" }) => type === "function" && /^(test|invariant)/.test(name));
  return hasTests && contract.bytecode !== "0x";
}
