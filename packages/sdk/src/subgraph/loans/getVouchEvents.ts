import type { Address } from "viem";
import {
  type VouchEvent_Filter,
  type VouchEventsQuery,
  vouchEventsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";
import { lineId } from "./lineId.ts";

/** Parameters of {@link getVouchEvents}. */
export type GetVouchEventsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Of this person: the number of its identity. */
    identity?: bigint | undefined;
    /** Of this account. */
    owner?: Address | undefined;
  };

type Row = VouchEventsQuery["vouchEvents"][number];

/** A change of a vouch: `identity` is the number of the person vouched for, `voucher` of who vouches. Units of shares (12 decimals), money units, Unix seconds. */
export type IndexedVouchEvent = Omit<Row, "vouch" | "line" | "owner"> & {
  voucher: bigint;
  identity: bigint;
  owner: Address;
};

/**
 * Lists changes of vouches, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetVouchEventsParameters}
 * @returns A page of {@link IndexedVouchEvent}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getVouchEvents(subgraph, { identity });
 * ```
 */
export async function getVouchEvents(
  subgraph: SubgraphClient,
  parameters: GetVouchEventsParameters = {},
): Promise<Page<IndexedVouchEvent, bigint>> {
  const { first = PAGE, after, identity, owner, signal } = parameters;
  const where: VouchEvent_Filter = {
    ...(identity === undefined ? {} : { line: lineId(identity) }),
    ...(owner === undefined ? {} : { owner: owner.toLowerCase() }),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { vouchEvents } = await subgraph.request(vouchEventsDocument, { first, where }, { signal });
  return toPage(vouchEvents, first, toItem, ({ sequence }) => sequence);
}

function toItem({ vouch, line, owner, ...rest }: Row): IndexedVouchEvent {
  return { ...rest, voucher: vouch.voucher.index, identity: line.number, owner: owner.id };
}
