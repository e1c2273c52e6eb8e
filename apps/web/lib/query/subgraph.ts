"use client";

import type { SubgraphClient } from "@qti/sdk/subgraph";
import { useRuntimeConfig } from "@/lib/config/context";
import { loadActions } from "@/lib/sdk/load";

type Actions = Awaited<ReturnType<typeof loadActions>>;

/** Asks the index of this deployment: hands the actions and their client to whoever reads. */
export function useGraph(): <answer>(
  ask: (actions: Actions, subgraph: SubgraphClient) => Promise<answer>,
) => Promise<answer> {
  const { graphqlUrl } = useRuntimeConfig();
  return async (ask) => {
    const actions = await loadActions();
    return ask(actions, actions.createSubgraphClient({ url: graphqlUrl }));
  };
}
