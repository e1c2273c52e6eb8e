import { type CreditBookFiguresQuery, creditBookFiguresDocument } from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

type Row = CreditBookFiguresQuery["creditBooks"][number];

/** The book after its last change. Money units, Unix seconds. */
export type IndexedCreditBook = Omit<Row, "money" | "lines"> & {
  money: NonNullable<Row["money"]> | undefined;
  lines: NonNullable<Row["lines"]> | undefined;
};

/**
 * Reads the book of the credit lines as the index knows it: after its last change, with sums over all time.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - A signal to give up.
 * @returns {@link IndexedCreditBook}; `undefined` before anything happened to it.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const found = await getCreditBookFigures(subgraph);
 * show(found?.senior, found?.junior, found?.delinquent);
 * ```
 */
export async function getCreditBookFigures(
  subgraph: SubgraphClient,
  parameters: SubgraphOptions = {},
): Promise<IndexedCreditBook | undefined> {
  const { creditBooks: rows } = await subgraph.request(creditBookFiguresDocument, {}, parameters);
  return rows[0] && toItem(rows[0]);
}

function toItem({ money, lines, ...rest }: Row): IndexedCreditBook {
  return { ...rest, money: money ?? undefined, lines: lines ?? undefined };
}
