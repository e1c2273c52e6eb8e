import type { Address } from "viem";
import {
  type CreditPoolEvent_Filter,
  type CreditPoolEventKind,
  type CreditPoolEventsQuery,
  creditPoolEventsDocument,
} from "../../generated/graphql.ts";
import type { CreditPool } from "../../loans/pools/previewPools.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";
import { poolOf, trancheOf } from "./tranche.ts";

/** Parameters of {@link getCreditPoolEvents}. */
export type GetCreditPoolEventsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Of this pool alone. */
    pool?: CreditPool | undefined;
    /** Of this account. */
    owner?: Address | undefined;
    /** Only of this kind. */
    kind?: CreditPoolEventKind | undefined;
  };

type Row = CreditPoolEventsQuery["creditPoolEvents"][number];

/** Something that happened to shares of a pool. Money units, units of shares (12 decimals), Unix seconds. `exit` is the ticket it is about. */
export type IndexedCreditPoolEvent = Omit<Row, "pool" | "owner" | "counterparty" | "exit"> & {
  pool: CreditPool;
  owner: Address;
  counterparty: Address | undefined;
  exit: bigint | undefined;
};

/**
 * Lists what happened to shares of the pools, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCreditPoolEventsParameters}
 * @returns A page of {@link IndexedCreditPoolEvent}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getCreditPoolEvents(subgraph, { pool: "senior", owner });
 * ```
 */
export async function getCreditPoolEvents(
  subgraph: SubgraphClient,
  parameters: GetCreditPoolEventsParameters = {},
): Promise<Page<IndexedCreditPoolEvent, bigint>> {
  const { first = PAGE, after, pool, owner, kind, signal } = parameters;
  const where: CreditPoolEvent_Filter = {
    ...(pool === undefined ? {} : { pool_: { tranche: trancheOf(pool) } }),
    ...(owner === undefined ? {} : { owner: owner.toLowerCase() }),
    ...(kind === undefined ? {} : { kind }),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { creditPoolEvents } = await subgraph.request(creditPoolEventsDocument, { first, where }, { signal });
  return toPage(creditPoolEvents, first, toItem, ({ sequence }) => sequence);
}

function toItem({ pool, owner, counterparty, exit, ...rest }: Row): IndexedCreditPoolEvent {
  return {
    ...rest,
    pool: poolOf(pool.tranche),
    owner: owner.id,
    counterparty: counterparty?.id,
    exit: exit?.ticket,
  };
}
