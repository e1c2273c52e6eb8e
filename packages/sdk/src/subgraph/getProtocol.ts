import { type ProtocolQuery, protocolDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Id of the one row that sums up everything: "qti" and a zero. */
const ID = "0x71746900";

/** The whole of QTI on one chain. QTI with 18 decimals, sQTI with 24, dollars with 6. */
export type GetProtocolReturnType = NonNullable<ProtocolQuery["protocol"]>;

/**
 * Reads the numbers of the whole protocol.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param options - A signal to give up.
 * @returns {@link GetProtocolReturnType}; `undefined` before anything happened.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const protocol = await getProtocol(subgraph);
 * console.log(protocol?.activeAssetCount);
 * ```
 */
export async function getProtocol(
  subgraph: SubgraphClient,
  options: SubgraphOptions = {},
): Promise<GetProtocolReturnType | undefined> {
  const { protocol } = await subgraph.request(protocolDocument, { id: ID }, options);
  return protocol ?? undefined;
}
