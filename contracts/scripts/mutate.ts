/**
 * Mutation testing: makes small changes to the contracts, one at a time, and looks whether a test notices. What nobody
 * notices is listed; it wants a test, or a sentence in snapshots/mutants.json that says why none can notice it.
 *
 *   node scripts/mutate.ts --domain staking     a domain; see --help for more
 *
 * Sources are changed in memory only. Verdicts are kept in .qti/mutate, so that a run which was ended goes on where it
 * was, and only what changed is tried again.
 */
import { join } from "node:path";
import { Campaign, type Progress, sourceOf } from "./mutate/campaign.ts";
import { MutationError, NothingToMutateError } from "./mutate/errors.ts";
import { readExplained, stale } from "./mutate/explained.ts";
import { Ledger } from "./mutate/ledger.ts";
import { type Mutant, mutantsOf } from "./mutate/mutants.ts";
import { readOptions, USAGE } from "./mutate/options.ts";
import { prepare, treesOf } from "./mutate/prepare.ts";
import { outcomeOf, shownMutant, toExplain } from "./mutate/report.ts";
import { sample } from "./mutate/sample.ts";
import { DoesNotCompileError } from "./solidity/errors.ts";
import { isContract, readProject } from "./solidity/project.ts";

const root = join(import.meta.dirname, "..");
const cache = join(root, "../.qti/mutate");

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof MutationError || error instanceof DoesNotCompileError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const options = readOptions(args);
  const project = await readProject();
  const trees = treesOf(project);
  const all = project.units.filter(isContract).flatMap(({ name, path }) => {
    const tree = trees[name];
    return tree === undefined ? [] : mutantsOf(path.replace("src/", ""), project.sources[name] ?? "", tree);
  });
  const explained = readExplained(join(root, "snapshots/mutants.json"));
  for (const { file, in: scope, from } of stale(explained, all)) {
    console.warn(`snapshots/mutants.json explains what is no longer there: ${file} ${scope}: ${from}`);
  }

  const { domains, files } = options;
  const asked = all.filter(
    ({ file }) =>
      (domains.length === 0 || domains.some((domain) => file.startsWith(`${domain}/`))) &&
      (files.length === 0 || files.some((pattern) => file.includes(pattern))),
  );
  if (asked.length === 0) {
    throw new NothingToMutateError([...domains, ...files].join(", "), [
      ...new Set(all.map(({ file }) => file)),
    ]);
  }
  const mutants = options.sample === undefined ? asked : sample(asked, options.sample, options.seed);
  if (options.list) {
    for (const mutant of mutants) console.log(shownMutant(mutant));
    console.log(`${mutants.length} mutants`);
    return 0;
  }

  const sources = [...new Set(mutants.map(sourceOf))];
  console.log(
    `${mutants.length} of ${all.length} mutants. Compiling the tests and running them unchanged first.`,
  );
  const prepared = prepare(project, trees, sources);
  const ledger = new Ledger(join(cache, "ledger.jsonl"), { fresh: options.fresh });
  const campaign = new Campaign(project, prepared, { root, cache }, ledger);
  await campaign.proveTests(sources);

  const began = performance.now();
  const { progress, newOnes } = progressOf(mutants.length);
  const isExplained = (key: string) => explained.has(key);
  const tried = await campaign.run(mutants, { jobs: options.jobs, isExplained, progress });
  const seconds = (performance.now() - began) / 1_000;

  const { rows, survivors, noticed, ok } = outcomeOf(tried, explained);
  console.table(rows);
  for (const mutant of noticed)
    console.warn(`Explained in snapshots/mutants.json, and yet noticed:\n${shownMutant(mutant)}`);
  for (const mutant of survivors)
    console.error(`\nNobody notices ${shownMutant(mutant)}\n  ${toExplain(mutant)}`);
  if (newOnes() > 0)
    console.log(`${newOnes()} tried in ${seconds.toFixed(0)} s, ${(seconds / newOnes()).toFixed(1)} s each`);
  return ok ? 0 : 1;
}

/** Prints a line for each mutant that was tried, and counts those. */
function progressOf(total: number): { progress: Progress; newOnes: () => number } {
  let done = 0;
  let fresh = 0;
  const progress: Progress = ({ mutant, verdict }, seconds) => {
    ++done;
    if (seconds === undefined) return;
    ++fresh;
    const by = verdict.kind === "killed" ? ` by ${verdict.by}` : "";
    console.log(`${done}/${total} ${place(mutant)} ${verdict.kind}${by} (${seconds.toFixed(1)} s)`);
  };
  return { progress, newOnes: () => fresh };
}

function place({ file, line, operator }: Mutant): string {
  return `${file}:${line} ${operator}`;
}
