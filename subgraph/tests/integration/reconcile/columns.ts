import { z } from "zod";
import type { Graph } from "../graphql.ts";

/** A whole number of any size, which GraphQL sends as text. */
export const big = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);

/** Bytes as lowercase hex. */
export const hex = z.templateLiteral(["0x", z.string().regex(/^[0-9a-f]*$/)]);

/** A reference to another row, by its id. */
export const reference = z.object({ id: hex }).transform(({ id }) => id);

/** A reference that may be null. */
export const optional = reference.nullable();

export const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n);

/** Rows of an entity at a block. */
export async function countRows(graph: Graph, field: string, block: number): Promise<number> {
  return (await graph.all(field, "", z.object({ id: hex }), block)).length;
}

/** What to ask for so that a row has this shape, ids aside; names of what refers to other rows are said apart. */
export const selectionOf = (shape: z.ZodRawShape, ...references: readonly string[]): string =>
  Object.keys(shape)
    .filter((name) => name !== "id")
    .map((name) => (references.includes(name) ? `${name} { id }` : name))
    .join(" ");
