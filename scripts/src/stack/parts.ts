import { UnknownPartError } from "../errors.ts";

/** The parts of a stack, and which others each of them needs. */
const needs = {
  postgres: [],
  chain: [],
  contracts: ["chain"],
  "graph-node": ["postgres", "contracts"],
  api: ["postgres", "contracts"],
  keeper: ["api"],
  web: ["graph-node", "api"],
  seed: ["contracts"],
} as const;

/** Name of a part. */
export type PartName = keyof typeof needs;

/** All of them. */
export const allParts: readonly PartName[] = [
  "postgres",
  "chain",
  "contracts",
  "graph-node",
  "api",
  "keeper",
  "web",
  "seed",
];

const isPart = (name: string): name is PartName => Object.hasOwn(needs, name);

/** Part names from a command line: none means all. */
export function partsFrom(names: readonly string[]): readonly PartName[] {
  const unknown = names.find((name) => !isPart(name));
  if (unknown !== undefined) throw new UnknownPartError(unknown, allParts);
  return names.length === 0 ? allParts : names.filter(isPart);
}

/** The parts that were asked for, with everything that they need. */
export function withNeeds(parts: readonly PartName[]): ReadonlySet<PartName> {
  const found = new Set<PartName>();
  const add = (part: PartName) => {
    for (const need of needs[part]) add(need);
    found.add(part);
  };
  for (const part of parts) add(part);
  return found;
}
