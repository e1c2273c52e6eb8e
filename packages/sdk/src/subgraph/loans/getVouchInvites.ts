import type { Address } from "viem";
import {
  type VouchInvite_Filter,
  type VouchInvitesQuery,
  vouchInvitesDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { lineId } from "./lineId.ts";

/** Parameters of {@link getVouchInvites}. */
export type GetVouchInvitesParameters = SubgraphOptions & {
  /** Of this person: the number of its identity. */
  identity?: bigint | undefined;
  /** Of this person: the number of its identity. */
  voucher?: bigint | undefined;
  /** Only those that may now, or only the others. */
  invited?: boolean | undefined;
};

type Row = VouchInvitesQuery["vouchInvites"][number];

/** Whether a person may vouch for another: `identity` and `voucher` are the numbers of both. Unix seconds. */
export type IndexedInvite = Omit<Row, "line" | "voucher"> & {
  identity: bigint;
  /** The first account of the person whose line it is. */
  account: Address;
  voucher: bigint;
  /** The first account of the person who may vouch. */
  voucherAccount: Address;
};

/**
 * Lists whom borrowers let vouch for them, or did.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetVouchInvitesParameters}
 * @returns A list of {@link IndexedInvite}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const invites = await getVouchInvites(subgraph, { voucher: index, invited: true });
 * ```
 */
export async function getVouchInvites(
  subgraph: SubgraphClient,
  parameters: GetVouchInvitesParameters = {},
): Promise<readonly IndexedInvite[]> {
  const { identity, voucher, invited, signal } = parameters;
  const where: VouchInvite_Filter = {
    ...(identity === undefined ? {} : { line: lineId(identity) }),
    ...(voucher === undefined ? {} : { voucher_: { index: voucher } }),
    ...(invited === undefined ? {} : { invited }),
  };
  const { vouchInvites: rows } = await subgraph.request(vouchInvitesDocument, { where }, { signal });
  return rows.map(toItem);
}

function toItem({ line, voucher, ...rest }: Row): IndexedInvite {
  return {
    ...rest,
    identity: line.number,
    account: line.identity.firstAccount.id,
    voucher: voucher.index,
    voucherAccount: voucher.firstAccount.id,
  };
}
