import {
  EdrContext,
  L1_CHAIN_TYPE,
  l1GenesisState,
  l1HardforkFromString,
  l1SolidityTestRunnerFactory,
  type SolidityTestRunnerConfigArgs,
  type SuiteResult,
} from "@nomicfoundation/edr";
import type { Project, Unit } from "../solidity/project.ts";
import { type Artifacts, isSuite } from "./artifacts.ts";

/** How long to look: the quick look leaves invariants out, and the thorough one repeats nothing but fuzz tests. */
export type Thoroughness = "quick" | "thorough";

/** Hardhat's own, so that what passes in the ordinary run passes here. */
const SEED = "0x7727ea51af0441c20da14dcd68a15dac8c9ebd589c5be8fa8c87c1d3720450bc";

let context: Promise<EdrContext> | undefined;

/** A test that failed. */
export interface Failure {
  readonly unit: string;
  readonly test: string;
}

/** Runs the tests of units side by side and names one that failed, or nothing where all pass. */
export async function runSuites(
  project: Project,
  artifacts: Artifacts,
  units: readonly Unit[],
  thoroughness: Thoroughness,
): Promise<Failure | undefined> {
  context ??= createContext();
  const suites = units.flatMap(({ name }) => (artifacts.get(name) ?? []).filter(isSuite).map(({ id }) => id));
  if (suites.length === 0) return undefined;
  const results = collect(suites.length);
  await (await context).runSolidityTests(
    L1_CHAIN_TYPE,
    [...artifacts.values()].flat(),
    suites,
    configOf(project, thoroughness),
    {},
    results.add,
  );
  // The run may end before the last suites were told.
  for (const { id, testResults } of await results.all) {
    const failed = testResults.find(({ status }) => status === "Failure");
    if (failed !== undefined) return { unit: id.source, test: `${id.name}.${failed.name}` };
  }
  return undefined;
}

function collect(count: number) {
  const { promise: all, resolve } = Promise.withResolvers<readonly SuiteResult[]>();
  const found: SuiteResult[] = [];
  const add = (result: SuiteResult) => {
    if (found.push(result) === count) resolve(found);
  };
  return { all, add };
}

async function createContext(): Promise<EdrContext> {
  const created = new EdrContext();
  await created.registerSolidityTestRunnerFactory(L1_CHAIN_TYPE, l1SolidityTestRunnerFactory());
  return created;
}

function configOf(project: Project, thoroughness: Thoroughness): SolidityTestRunnerConfigArgs {
  return {
    projectRoot: project.root,
    hardfork: project.evmVersion,
    localPredeploys: l1GenesisState(l1HardforkFromString(project.evmVersion)),
    disableBlockGasLimit: true,
    disableTransactionGasCap: true,
    fuzz: { runs: thoroughness === "quick" ? 24 : 256, seed: SEED },
    // What went wrong need not be made shorter: that it went wrong is all that counts.
    invariant: { runs: 16, depth: 32, failOnRevert: true, shrinkRunLimit: 0 },
    ...(thoroughness === "quick"
      ? { excludeTestPattern: "^invariant" }
      : { testPattern: "^(invariant|testFuzz)" }),
  };
}
