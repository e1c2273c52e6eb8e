import { z } from "zod";

/** A whole number of any size, which GraphQL sends as text. */
export const big = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);

/** Bytes as lowercase hex. */
export const hex = z.templateLiteral(["0x", z.string().regex(/^[0-9a-f]*$/)]);

/** A reference to another row, by its id. */
export const reference = z.object({ id: hex }).transform(({ id }) => id);
