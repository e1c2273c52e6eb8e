import { createSubgraphClient, getIndexedBlock } from "@qti/sdk/subgraph";
import type { z } from "zod";

/** What the subgraph knows, as far as a job asks. */
export type Index = {
  /** Answers a question, read by `schema`. */
  ask<schema extends z.ZodType>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    schema: schema,
  ): Promise<z.output<schema>>;
  /** Whether everything up to this block is indexed. */
  reaches(block: bigint): Promise<boolean>;
};

/** Opens the subgraph at a URL. */
export function openIndex(url: string, signal: AbortSignal): Index {
  const subgraph = createSubgraphClient({ url });
  return {
    ask: async (query, variables, schema) =>
      schema.parse(await subgraph.request({ query }, variables, { signal })),
    reaches: async (block) => (await getIndexedBlock(subgraph, { signal })).number >= block,
  };
}
