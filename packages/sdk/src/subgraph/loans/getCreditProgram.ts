import { type CreditProgramQuery, creditProgramDocument } from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

type Row = CreditProgramQuery["creditPrograms"][number];

/** All credit lines together. Money units, Unix seconds. `quotaUsed` counts for the window of this number alone. */
export type IndexedCreditProgram = Omit<Row, "vouching"> & {
  vouching: NonNullable<Row["vouching"]> | undefined;
};

/**
 * Reads sums over all credit lines, how their cycles were met, and the quota of underwriters.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - A signal to give up.
 * @returns {@link IndexedCreditProgram}; `undefined` before anything happened to it.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const program = await getCreditProgram(subgraph);
 * show(program?.metInTimeCount, program?.writtenOff);
 * ```
 */
export async function getCreditProgram(
  subgraph: SubgraphClient,
  parameters: SubgraphOptions = {},
): Promise<IndexedCreditProgram | undefined> {
  const { creditPrograms: rows } = await subgraph.request(creditProgramDocument, {}, parameters);
  return rows[0] && toItem(rows[0]);
}

function toItem({ vouching, ...rest }: Row): IndexedCreditProgram {
  return { ...rest, vouching: vouching ?? undefined };
}
