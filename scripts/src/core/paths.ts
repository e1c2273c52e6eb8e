import path from "node:path";

/** The checkout. */
export const root = path.resolve(import.meta.dirname, "../../..");

/** State of runs and caches: nothing in here is source, all of it can be deleted. */
export const qtiDir = path.join(root, ".qti");

export const folders = {
  contracts: path.join(root, "contracts"),
  subgraph: path.join(root, "subgraph"),
  sdk: path.join(root, "packages/sdk"),
  api: path.join(root, "apps/api"),
  keeper: path.join(root, "apps/keeper"),
  web: path.join(root, "apps/web"),
  scripts: path.join(root, "scripts"),
} as const;
