import type { Address } from "viem";
import { attestersDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getAttesters}. */
export type GetAttestersParameters = SubgraphOptions & {
  /** Only those who may attest now, or may no longer. */
  allowed?: boolean | undefined;
};

/** Somebody who vouches for accounts, or did. */
export type IndexedAttester = {
  attester: Address;
  /** Whether it may attest now. */
  allowed: boolean;
  /** Attestations and wallet links it signed. */
  attestationCount: number;
  /** When that changed last; 0 if never seen. Unix seconds. */
  updatedAt: bigint;
};

/**
 * Lists attesters, a thousand at most, in the order of their addresses.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetAttestersParameters}
 * @returns A list of {@link IndexedAttester}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const attesters = await getAttesters(subgraph, { allowed: true });
 * ```
 */
export async function getAttesters(
  subgraph: SubgraphClient,
  { allowed, signal }: GetAttestersParameters = {},
): Promise<readonly IndexedAttester[]> {
  const where = allowed === undefined ? {} : { allowed };
  const { attesters } = await subgraph.request(attestersDocument, { where }, { signal });
  return attesters.map(({ id, ...rest }) => ({ attester: id, ...rest }));
}
