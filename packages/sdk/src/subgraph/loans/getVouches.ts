import type { Address, Hex } from "viem";
import {
  type VouchEntry_Filter,
  type VouchesQuery,
  type VouchState,
  vouchesDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";
import { lineId } from "./lineId.ts";

/** Parameters of {@link getVouches}. */
export type GetVouchesParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** For this person's line: the number of its identity. */
    identity?: bigint | undefined;
    /** By this person: the number of its identity. */
    voucher?: bigint | undefined;
    /** Only those that stand so. */
    state?: VouchState | undefined;
  };

type Row = VouchesQuery["vouchEntries"][number];

/** First-loss shares that one person locked for the line of another: `identity` and `voucher` are the numbers of both. Units of shares (12 decimals), money units, Unix seconds. */
export type IndexedVouch = Omit<Row, "identity" | "voucher" | "owner"> & {
  identity: bigint;
  /** The first account of the person whose line it is. */
  account: Address;
  voucher: bigint;
  owner: Address;
};

/**
 * Lists who vouches for whom, or did, by id.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetVouchesParameters}
 * @returns A page of {@link IndexedVouch}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getVouches(subgraph, { identity, state: "ACTIVE" });
 * ```
 */
export async function getVouches(
  subgraph: SubgraphClient,
  parameters: GetVouchesParameters = {},
): Promise<Page<IndexedVouch, Hex>> {
  const { first = PAGE, after, identity, voucher, state, signal } = parameters;
  const where: VouchEntry_Filter = {
    ...(identity === undefined ? {} : { line: lineId(identity) }),
    ...(voucher === undefined ? {} : { voucher_: { index: voucher } }),
    ...(state === undefined ? {} : { state }),
    ...(after === undefined ? {} : { id_gt: after }),
  };
  const { vouchEntries } = await subgraph.request(vouchesDocument, { first, where }, { signal });
  return toPage(vouchEntries, first, toItem, ({ id }) => id);
}

function toItem({ identity, voucher, owner, ...rest }: Row): IndexedVouch {
  return {
    ...rest,
    identity: identity.index,
    account: identity.firstAccount.id,
    voucher: voucher.index,
    owner: owner.id,
  };
}
