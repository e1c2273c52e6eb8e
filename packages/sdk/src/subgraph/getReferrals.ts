import type { Address, Hex } from "viem";
import type { ReferralState } from "../generated/graphql.ts";
import { type Referral_Filter, type ReferralsQuery, referralsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getReferrals}. */
export type GetReferralsParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** The account that was named. */
    referrer?: Address | undefined;
    /** Who may have been referred: at most one item. */
    newcomer?: Address | undefined;
    /** Only those that stand in one of these. */
    states?: readonly ReferralState[] | undefined;
  };

type Row = ReferralsQuery["referrals"][number];

/** Who brought a newcomer, and where that stands. Points have 6 decimals, Unix seconds. */
export type IndexedReferral = Omit<Row, "id" | "referrer" | "position" | "settledAt" | "vestedAt"> & {
  newcomer: Address;
  referrer: Address;
  /** Position by which it vested; `undefined` before. */
  positionId: bigint | undefined;
  /** When the newcomer was verified, which made it final or void; `undefined` before. */
  settledAt: bigint | undefined;
  vestedAt: bigint | undefined;
};

/**
 * Lists referrals in the order of the newcomers' addresses: whom an account brought, or who brought one.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetReferralsParameters}
 * @returns A page of {@link IndexedReferral}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getReferrals(subgraph, { referrer: account });
 * ```
 */
export async function getReferrals(
  subgraph: SubgraphClient,
  parameters: GetReferralsParameters = {},
): Promise<Page<IndexedReferral, Hex>> {
  const { first = PAGE, after, referrer, newcomer, states, signal } = parameters;
  const where: Referral_Filter = {
    ...(referrer ? { referrer: referrer.toLowerCase() } : {}),
    ...(newcomer ? { newcomer: newcomer.toLowerCase() } : {}),
    ...(states ? { state_in: [...states] } : {}),
    ...(after === undefined ? {} : { id_gt: after }),
  };
  const { referrals } = await subgraph.request(referralsDocument, { first, where }, { signal });
  return toPage(referrals, first, toItem, ({ id }) => id);
}

function toItem({ id, referrer, position, settledAt, vestedAt, ...rest }: Row): IndexedReferral {
  return {
    ...rest,
    newcomer: id,
    referrer: referrer.id,
    positionId: position?.positionId,
    settledAt: settledAt ?? undefined,
    vestedAt: vestedAt ?? undefined,
  };
}
