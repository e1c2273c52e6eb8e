import type { Address } from "viem";
import { modulesDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getModules}. */
export type GetModulesParameters = SubgraphOptions & {
  /** Only those that terms may name now, or may no longer. */
  allowed?: boolean | undefined;
};

/** A compliance module that terms of assets may name, or might. */
export type IndexedModule = {
  module: Address;
  /** Whether terms may name it now. */
  allowed: boolean;
  /** Unix seconds. */
  updatedAt: bigint;
};

/**
 * Lists compliance modules, a thousand at most, in the order of their addresses.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetModulesParameters}
 * @returns A list of {@link IndexedModule}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const modules = await getModules(subgraph, { allowed: true });
 * ```
 */
export async function getModules(
  subgraph: SubgraphClient,
  { allowed, signal }: GetModulesParameters = {},
): Promise<readonly IndexedModule[]> {
  const where = allowed === undefined ? {} : { allowed };
  const { modules } = await subgraph.request(modulesDocument, { where }, { signal });
  return modules.map(({ id, ...rest }) => ({ module: id, ...rest }));
}
