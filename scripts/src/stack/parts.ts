/** The parts of a stack, and which others each of them needs. */
const needs = {
  postgres: [],
  chain: [],
  contracts: ["chain"],
  "graph-node": ["postgres", "contracts"],
  api: ["postgres", "contracts"],
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
  "web",
  "seed",
];

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
