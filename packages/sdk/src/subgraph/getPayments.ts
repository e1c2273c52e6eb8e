import type { Address, Hash, Hex } from "viem";
import {
  type IncomePayment_Filter,
  type IncomeState,
  type PaymentsQuery,
  paymentsDocument,
} from "../generated/graphql.ts";
import { type NamedAsset, toNamedAsset } from "./asset.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getPayments}. */
export type GetPaymentsParameters = SubgraphOptions &
  PageParameters<Hex> & {
    asset?: Address | undefined;
    issuer?: Address | undefined;
    /** Only those that stand in one of these. */
    states?: readonly IncomeState[] | undefined;
  };

/** Money that an issuer paid to those who held an asset at a block. Money units, Unix seconds. */
export type IndexedPayment = {
  paymentId: Hash;
  /** Number among the asset's payments, from 0. */
  index: bigint;
  asset: NamedAsset;
  issuer: Address;
  money: Address;
  amount: bigint;
  claimed: bigint;
  claimCount: number;
  /** What went back to the issuer; 0n before. */
  returned: bigint;
  /** Block at whose end the holdings count. */
  recordBlock: bigint;
  expiry: bigint;
  state: IncomeState;
  /** Root that holders claim by; `undefined` until it is active. */
  root: Hex | undefined;
  /** Sum of all claims under it. */
  total: bigint;
  /** List that was proposed last, and from when on it may take effect. Its `uri` is text of a stranger. */
  proposal: NonNullable<PaymentsQuery["incomePayments"][number]["proposal"]> | undefined;
  createdAt: bigint;
  createdAtBlock: bigint;
  activatedAt: bigint | undefined;
  closedAt: bigint | undefined;
  /** Transaction that paid it in. */
  transactionHash: Hex;
};

/**
 * Lists payments of income in the order of their ids.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPaymentsParameters}
 * @returns A page of {@link IndexedPayment}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getPayments(subgraph, { asset, states: ["ACTIVE"] });
 * ```
 */
export async function getPayments(
  subgraph: SubgraphClient,
  parameters: GetPaymentsParameters = {},
): Promise<Page<IndexedPayment, Hex>> {
  const { first = PAGE, after, asset, issuer, states, signal } = parameters;
  const where: IncomePayment_Filter = {
    ...(asset ? { asset: asset.toLowerCase() } : {}),
    ...(issuer ? { issuer: issuer.toLowerCase() } : {}),
    ...(states ? { state_in: [...states] } : {}),
    ...(after ? { id_gt: after } : {}),
  };
  const { incomePayments } = await subgraph.request(paymentsDocument, { first, where }, { signal });
  return toPage(incomePayments, first, toIndexedPayment, ({ id }) => id);
}

function toIndexedPayment(row: PaymentsQuery["incomePayments"][number]): IndexedPayment {
  const { id, asset, issuer, root, proposal, activatedAt, closedAt, ...rest } = row;
  return {
    ...rest,
    paymentId: id,
    asset: toNamedAsset(asset),
    issuer: issuer.id,
    root: root ?? undefined,
    proposal: proposal ?? undefined,
    activatedAt: activatedAt ?? undefined,
    closedAt: closedAt ?? undefined,
  };
}
