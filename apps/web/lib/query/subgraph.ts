"use client";

import { createSubgraphClient, type SubgraphClient } from "@qti/sdk/subgraph";
import { useRuntimeConfig } from "@/lib/config/context";

/** Asks the index of this deployment. */
export function useSubgraph(): SubgraphClient {
  const { graphqlUrl } = useRuntimeConfig();
  return createSubgraphClient({ url: graphqlUrl });
}
