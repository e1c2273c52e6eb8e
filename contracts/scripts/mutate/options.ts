import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { MutationError } from "./errors.ts";

export const USAGE = `node scripts/mutate.ts [options]

  --domain NAME    only contracts of a domain, such as exchange (may be repeated)
  --file PATTERN   only files whose path below src contains PATTERN (may be repeated)
  --sample N       only N mutants, chosen by --seed
  --seed N         another sample (default 1)
  --jobs N         so many at a time (default: a processor each)
  --list           show the mutants and try none
  --fresh          forget the verdicts of earlier runs`;

export interface Options {
  readonly domains: readonly string[];
  readonly files: readonly string[];
  readonly sample: number | undefined;
  readonly seed: number;
  readonly jobs: number;
  readonly list: boolean;
  readonly fresh: boolean;
}

export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  return {
    domains: values.domain,
    files: values.file,
    sample: values.sample === undefined ? undefined : count("--sample", values.sample),
    seed: count("--seed", values.seed),
    jobs: count("--jobs", values.jobs),
    list: values.list,
    fresh: values.fresh,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        domain: { type: "string", multiple: true, default: [] },
        file: { type: "string", multiple: true, default: [] },
        sample: { type: "string" },
        seed: { type: "string", default: "1" },
        jobs: { type: "string", default: String(availableParallelism()) },
        list: { type: "boolean", default: false },
        fresh: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new MutationError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

function count(name: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw new MutationError(`${name} is ${JSON.stringify(value)}. It has to be a whole number from 1 on.`);
  }
  return Number(value);
}
