import type { Address } from "viem";
import {
  type CreditLine_Filter,
  type CreditLinesQuery,
  creditLinesDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";

/** Parameters of {@link getCreditLines}. */
export type GetCreditLinesParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Of this person: the number of its identity. */
    identity?: bigint | undefined;
    /** Only those that owe something, or only the others. */
    owing?: boolean | undefined;
    /** Only those whose debt was written off, or only the others. */
    writtenOff?: boolean | undefined;
    /** Only those whose due time lies before. Unix seconds. */
    dueBefore?: bigint | undefined;
    /** Only those that can be written off by then. Unix seconds. */
    writableBy?: bigint | undefined;
  };

type Row = CreditLinesQuery["creditLines"][number];

/** The credit line of a person after its last change, with sums over all time. Money units, Unix seconds; `creditDebtAt` and its like count on from it. */
export type IndexedCreditLine = Omit<
  Row,
  "number" | "identity" | "statementAt" | "dueAt" | "lateAt" | "defaultAt" | "writableAt"
> & {
  /** Number of the identity. */
  identity: bigint;
  /** The first account of the identity. */
  account: Address;
  /** Unix seconds up to which `interest` is reckoned. */
  at: bigint;
  statementAt: NonNullable<Row["statementAt"]> | undefined;
  dueAt: NonNullable<Row["dueAt"]> | undefined;
  lateAt: NonNullable<Row["lateAt"]> | undefined;
  defaultAt: NonNullable<Row["defaultAt"]> | undefined;
  writableAt: NonNullable<Row["writableAt"]> | undefined;
};

/**
 * Lists credit lines, newest person first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCreditLinesParameters}
 * @returns A page of {@link IndexedCreditLine}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items: late } = await getCreditLines(subgraph, { owing: true, dueBefore: BigInt(now) });
 * ```
 */
export async function getCreditLines(
  subgraph: SubgraphClient,
  parameters: GetCreditLinesParameters = {},
): Promise<Page<IndexedCreditLine, bigint>> {
  const { first = PAGE, after, identity, owing, writtenOff, dueBefore, writableBy, signal } = parameters;
  const where: CreditLine_Filter = {
    ...(identity === undefined ? {} : { number: identity }),
    ...(owing === undefined ? {} : { ...(owing ? { cycle_gt: 0 } : { cycle: 0 }) }),
    ...(writtenOff === undefined ? {} : { writtenOff }),
    ...(dueBefore === undefined ? {} : { dueAt_lt: dueBefore }),
    ...(writableBy === undefined ? {} : { writableAt_lte: writableBy, writtenOff: false }),
    ...(after === undefined ? {} : { number_lt: after }),
  };
  const { creditLines } = await subgraph.request(creditLinesDocument, { first, where }, { signal });
  return toPage(creditLines, first, toItem, ({ number }) => number);
}

function toItem({
  number,
  identity,
  statementAt,
  dueAt,
  lateAt,
  defaultAt,
  writableAt,
  ...rest
}: Row): IndexedCreditLine {
  return {
    ...rest,
    identity: number,
    account: identity.firstAccount.id,
    at: rest.accruedAt,
    statementAt: statementAt ?? undefined,
    dueAt: dueAt ?? undefined,
    lateAt: lateAt ?? undefined,
    defaultAt: defaultAt ?? undefined,
    writableAt: writableAt ?? undefined,
  };
}
