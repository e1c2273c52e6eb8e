import path from "node:path";
import { type Postgres, startPostgres } from "../../../scripts/src/index.ts";
import { gndBinary } from "../../../scripts/src/parts/graph-node.ts";
import { build } from "../../scripts/lib/build.ts";
import { ProgramFailedError } from "../../scripts/lib/errors.ts";
import { folders } from "../../scripts/lib/folders.ts";
import { runToEnd } from "../../scripts/lib/program.ts";
import { sources } from "../../scripts/lib/sources.ts";
import { cases } from "./cases.ts";
import { flatExtra } from "./flat.ts";
import { type Group, groupsOf } from "./groups.ts";

const extensions = ["pg_trgm", "btree_gist", "pg_stat_statements", "postgres_fdw"] as const;
const folder = path.join(folders.subgraph, "cache/unit");

/** How many tests ended how, and what there is to say about those that failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Each test that failed, by its file. */
  readonly failures: readonly string[];
  readonly report: string;
}

interface Failure {
  readonly file: string;
  readonly output: string;
}

/**
 * Runs every unit test in graph-node itself, those of a mapping with no more code and no more tables than they need. They share a database, which `gnd test` cleans after each test that passes; a
 * test that fails leaves it dirty, so whatever fails is tried again in a database of its own, and only that counts.
 */
export async function runUnitTests(): Promise<Outcome> {
  await build(folder, { extra: flatExtra(sources) });
  const postgres = await startPostgres();
  try {
    const failures: Failure[] = [];
    let database = await postgres.freshDatabase("unit", extensions);
    for (const group of groupsOf(cases, folder)) {
      const output = await gndTest(group, group.files, database);
      const suspects = group.files.filter((file) => !hasPassed(output, file));
      failures.push(...(await retried(group, suspects, postgres)));
      if (suspects.length > 0) database = await postgres.freshDatabase("unit", extensions);
    }
    return {
      passed: cases.length - failures.length,
      failed: failures.length,
      failures: failures.map(({ file }) => `tests/${file}`),
      report: failures.map(({ output }) => output).join("\n"),
    };
  } finally {
    await postgres.stop();
  }
}

async function retried(
  group: Group,
  files: readonly string[],
  postgres: Postgres,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const file of files) {
    const output = await gndTest(group, [file], await postgres.freshDatabase("unit-alone", extensions));
    if (!hasPassed(output, file)) failures.push({ file, output });
  }
  return failures;
}

async function gndTest({ folder: cwd }: Group, files: readonly string[], database: string): Promise<string> {
  const args = ["test", "--skip-build", "--postgres-url", database, ...files.map((file) => `tests/${file}`)];
  const { code, output } = await runToEnd(gndBinary(), args, {
    cwd,
    env: { RUST_LIB_BACKTRACE: "0" },
  });
  if (!/^Tests: \d+ passed, \d+ failed/m.test(output)) {
    throw new ProgramFailedError("gnd test", `exit code ${code}`, output);
  }
  return output;
}

/** `gnd test` names the file, then says with a mark how the test in it ended. */
function hasPassed(output: string, file: string): boolean {
  const start = output.indexOf(`tests/${file}\n`);
  if (start < 0) return false;
  const end = output.indexOf("Running tests/", start);
  const told = output.slice(start, end < 0 ? undefined : end);
  return /^ {2}✔ /m.test(told) && !told.includes("✘");
}
