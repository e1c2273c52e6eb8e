import path from "node:path";

const subgraph = path.resolve(import.meta.dirname, "../..");

export const folders = {
  subgraph,
  contracts: path.resolve(subgraph, "../contracts"),
  /** Where a plain build goes. */
  build: path.join(subgraph, "build"),
} as const;
