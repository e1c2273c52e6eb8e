import type { Address, Hex } from "viem";
import {
  type Operation_Filter,
  type OperationState,
  type OperationsQuery,
  operationsDocument,
} from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getOperations}. */
export type GetOperationsParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** Only those that stand here. */
    state?: OperationState | undefined;
    /** Only what this account scheduled. */
    caller?: Address | undefined;
  };

/** A delayed operation. */
export type IndexedOperation = {
  id: Hex;
  /** Hash of caller, target and data. */
  operationId: Hex;
  /** Times it was scheduled, this one included. */
  nonce: bigint;
  state: OperationState;
  /** Who scheduled it, and alone may carry it out. */
  caller: Address;
  /** Contract it calls. */
  target: Address;
  data: Hex;
  /** May be carried out from then on, and for a week. Unix seconds. */
  readyAt: bigint;
  /** Unix seconds. */
  scheduledAt: bigint;
  /** When it was carried out or cancelled; `undefined` before. Unix seconds. */
  closedAt: bigint | undefined;
};

/**
 * Lists delayed operations in the order of their ids. What lapsed without being carried out is still `SCHEDULED`: compare
 * `readyAt` and a week with the time.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetOperationsParameters}
 * @returns A page of {@link IndexedOperation}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getOperations(subgraph, { state: "SCHEDULED" });
 * ```
 */
export async function getOperations(
  subgraph: SubgraphClient,
  parameters: GetOperationsParameters = {},
): Promise<Page<IndexedOperation, Hex>> {
  const { first = PAGE, after, state, caller, signal } = parameters;
  const where: Operation_Filter = {
    ...(state ? { state } : {}),
    ...(caller ? { caller: caller.toLowerCase() } : {}),
    ...(after ? { id_gt: after } : {}),
  };
  const { operations } = await subgraph.request(operationsDocument, { first, where }, { signal });
  return toPage(operations, first, toIndexedOperation, ({ id }) => id);
}

function toIndexedOperation({
  caller,
  closedAt,
  ...row
}: OperationsQuery["operations"][number]): IndexedOperation {
  return { ...row, caller: caller.id, closedAt: closedAt ?? undefined };
}
