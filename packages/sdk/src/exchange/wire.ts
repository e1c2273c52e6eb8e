/**
 * What the order book's API and its clients say to each other: a server or a form can use these shapes for the price of zod.
 *
 * Amounts are decimal digits in JSON and bigints once read; times are Unix seconds. What is sent to the service has exactly
 * these fields; what comes from it may have more, which are passed over, so that the service can be newer than its clients.
 *
 * @module
 */
import * as z from "zod";
import { orderIssues } from "./issues.ts";
import { addressSchema, digitsSchema, hexSchema, orderSchema } from "./orderSchema.ts";

export { addressSchema, digitsSchema, hexSchema, type OrderJson, orderSchema } from "./orderSchema.ts";

/** Limits of the book's API. */
export const bookLimits = {
  /** Orders on one page of a list. */
  pageSize: 100,
  /** A signature of a smart account may be long; more than this is none. */
  signatureBytes: 8192,
} as const;

/** EIP-712 hash of an order. */
export const orderHashSchema = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, "expected 0x and 64 lower-case hex digits")
  .pipe(z.custom<`0x${string}`>());

/** `POST /v1/orders`. */
export const postOrderBodySchema = z.strictObject({
  order: orderSchema,
  signature: hexSchema.describe("The maker's signature: ECDSA, or what its account accepts by ERC-1271."),
});
export type PostOrderBody = z.output<typeof postOrderBodySchema>;

/** Whether an order is for sale in the book, or how it ended. */
export const orderStates = ["open", "filled", "cancelled", "expired", "invalid"] as const;
export const orderStateSchema = z.enum(orderStates);
export type BookState = z.output<typeof orderStateSchema>;

export const orderSides = ["ask", "bid"] as const;
export const orderSideSchema = z.enum(orderSides);
export type OrderSide = z.output<typeof orderSideSchema>;

/** An order as the book knows it. */
export const bookOrderSchema = z.object({
  hash: orderHashSchema,
  order: orderSchema,
  signature: hexSchema,
  side: orderSideSchema,
  state: orderStateSchema.describe("`open` while it can fill, now or in a later window; else how it ended."),
  issue: z.enum(orderIssues).describe("Why nothing of it can be filled now; `none` when something can."),
  fillable: digitsSchema(128).describe("Units of the sell side that anyone could take now."),
  filled: digitsSchema(128).describe("Units of the sell side sold in the window last filled."),
  window: z.int().min(0).describe("Number of the window that is open or comes next, from 0."),
  opensAt: z.int().min(0).describe("Unix seconds at which that window opens; 0 when none comes."),
  closesAt: z.int().min(0).describe("Unix seconds at which that window closes; 0 when none comes."),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
/** An order as the book knows it, read. */
export type BookOrder = z.output<typeof bookOrderSchema>;

/** `GET /v1/orders`: newest first. */
export const listOrdersQuerySchema = z.object({
  asset: addressSchema.optional(),
  maker: addressSchema.optional(),
  side: orderSideSchema.optional(),
  state: orderStateSchema.optional(),
  first: z.coerce.number().int().min(1).max(bookLimits.pageSize).optional(),
  after: z.string().max(200).optional(),
});
export type ListOrdersQuery = z.output<typeof listOrdersQuerySchema>;

export const orderPageSchema = z.object({
  items: z.array(bookOrderSchema).max(bookLimits.pageSize),
  nextCursor: z.string().nullable().describe("Give it back as `after` to go on; null at the end."),
});
export type OrderPage = z.output<typeof orderPageSchema>;

/**
 * `GET /v1/orders/stream`: server-sent events named `order`, each the whole new state of one order, whatever changed. Ids
 * rise; a client that was cut off sends the last one as `Last-Event-ID` and misses nothing. When the service can no longer
 * tell what was missed it sends one event `reset`, and the client lists again.
 */
export const orderEventSchema = bookOrderSchema;
