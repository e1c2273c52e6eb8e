import type { Address } from "viem";
import {
  type CreditEvent_Filter,
  type CreditEventKind,
  type CreditEventsQuery,
  creditEventsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";
import { lineId } from "./lineId.ts";

/** Parameters of {@link getCreditEvents}. */
export type GetCreditEventsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Of this person: the number of its identity. */
    identity?: bigint | undefined;
    /** Only of this kind. */
    kind?: CreditEventKind | undefined;
  };

type Row = CreditEventsQuery["creditEvents"][number];

/** Something that happened to a credit line, and how it stood afterwards. Money units, Unix seconds. */
export type IndexedCreditEvent = Omit<
  Row,
  "line" | "account" | "counterparty" | "reason" | "state" | "outcome"
> & {
  identity: bigint;
  account: Address | undefined;
  counterparty: Address | undefined;
  reason: NonNullable<Row["reason"]> | undefined;
  state: NonNullable<Row["state"]> | undefined;
  outcome: NonNullable<Row["outcome"]> | undefined;
};

/**
 * Lists what happened to credit lines, newest first: the timeline of one, or of all.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCreditEventsParameters}
 * @returns A page of {@link IndexedCreditEvent}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getCreditEvents(subgraph, { identity });
 * ```
 */
export async function getCreditEvents(
  subgraph: SubgraphClient,
  parameters: GetCreditEventsParameters = {},
): Promise<Page<IndexedCreditEvent, bigint>> {
  const { first = PAGE, after, identity, kind, signal } = parameters;
  const where: CreditEvent_Filter = {
    ...(identity === undefined ? {} : { line: lineId(identity) }),
    ...(kind === undefined ? {} : { kind }),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { creditEvents } = await subgraph.request(creditEventsDocument, { first, where }, { signal });
  return toPage(creditEvents, first, toItem, ({ sequence }) => sequence);
}

function toItem({ line, account, counterparty, reason, state, outcome, ...rest }: Row): IndexedCreditEvent {
  return {
    ...rest,
    identity: line.number,
    account: account?.id,
    counterparty: counterparty?.id,
    reason: reason ?? undefined,
    state: state ?? undefined,
    outcome: outcome ?? undefined,
  };
}
