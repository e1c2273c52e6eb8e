import type { Address, Hex } from "viem";
import {
  type LendingEvent_Filter,
  type LendingEventKind,
  type LendingEventsQuery,
  lendingEventsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";

/** Parameters of {@link getLendingEvents}. */
export type GetLendingEventsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Of this market: its id. */
    market?: Hex | undefined;
    /** Of this account. */
    account?: Address | undefined;
    /** Only of this kind. */
    kind?: LendingEventKind | undefined;
  };

type Row = LendingEventsQuery["lendingEvents"][number];

/** A change of a position, and what was in it afterwards. Loan and collateral units, Unix seconds. */
export type IndexedLendingEvent = Omit<Row, "market" | "account" | "caller" | "receiver"> & {
  market: Hex;
  account: Address;
  caller: Address;
  receiver: Address | undefined;
};

/**
 * Lists what happened to positions of lending markets, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetLendingEventsParameters}
 * @returns A page of {@link IndexedLendingEvent}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getLendingEvents(subgraph, { market: marketId(params), kind: "LIQUIDATED" });
 * ```
 */
export async function getLendingEvents(
  subgraph: SubgraphClient,
  parameters: GetLendingEventsParameters = {},
): Promise<Page<IndexedLendingEvent, bigint>> {
  const { first = PAGE, after, market, account, kind, signal } = parameters;
  const where: LendingEvent_Filter = {
    ...(market === undefined ? {} : { market }),
    ...(account === undefined ? {} : { account: account.toLowerCase() }),
    ...(kind === undefined ? {} : { kind }),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { lendingEvents } = await subgraph.request(lendingEventsDocument, { first, where }, { signal });
  return toPage(lendingEvents, first, toItem, ({ sequence }) => sequence);
}

function toItem({ market, account, caller, receiver, ...rest }: Row): IndexedLendingEvent {
  return { ...rest, market: market.id, account: account.id, caller: caller.id, receiver: receiver?.id };
}
