/**
 * What the order book's API and its clients say to each other: a server or a form can use these shapes for the price of zod.
 *
 * Amounts are decimal digits in JSON and bigints once read; times are Unix seconds. What is sent to the service has exactly
 * these fields; what comes from it may have more, which are passed over, so that the service can be newer than its clients.
 *
 * @module
 */
import * as z from "zod";
import { addressSchema, digitsSchema, hexSchema } from "../core/api/schemas.ts";
import { orderIssues } from "./issues.ts";
import { isBid, type Order } from "./order.ts";
import { orderSchema } from "./orderSchema.ts";

export { addressSchema, digitsSchema, hexSchema } from "../core/api/schemas.ts";
export { type OrderJson, orderSchema } from "./orderSchema.ts";

/** Limits of the book's API. */
export const bookLimits = {
  /** Orders on one page of a list. */
  pageSize: 100,
  /** Price levels of one side of the book. */
  levels: 100,
  /** A signature of a smart account may be long; more than this is none. */
  signatureBytes: 8192,
} as const;

/** EIP-712 hash of an order. */
export const orderHashSchema = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, "expected 0x and 64 lower-case hex digits")
  .pipe(z.custom<`0x${string}`>());

const seconds = z.int().min(0);

/** `POST /v1/orders`. */
export const postOrderBodySchema = z.strictObject({
  order: orderSchema,
  signature: hexSchema
    .refine((hex) => hex.length <= 2 + 2 * bookLimits.signatureBytes, {
      message: `expected at most ${bookLimits.signatureBytes} bytes`,
    })
    .describe("The maker's signature: ECDSA, or what its account accepts by ERC-1271."),
});
/** What `POST /v1/orders` takes, read. */
export type PostOrderBody = z.output<typeof postOrderBodySchema>;

/**
 * What the book thinks of an order. `open`: something of it can be taken now. `waiting`: its next window opens later.
 * `unfillable`: for a reason that may go away (no balance, no allowance, a pause, compliance). These three come and go by
 * themselves; the others have ended.
 */
export const orderStates = ["open", "waiting", "unfillable", "filled", "cancelled", "expired"] as const;
/** One of {@link orderStates}. */
export const orderStateSchema = z.enum(orderStates);
/** How an order stands in the book. */
export type BookState = z.output<typeof orderStateSchema>;

/** Sides of the book. */
export const orderSides = ["ask", "bid"] as const;
/** One of {@link orderSides}. */
export const orderSideSchema = z.enum(orderSides);
/** `ask` sells shares, `bid` buys them. */
export type OrderSide = z.output<typeof orderSideSchema>;

const bookOrderFields = z.object({
  hash: orderHashSchema,
  order: orderSchema,
  signature: hexSchema,
  side: orderSideSchema,
  state: orderStateSchema,
  issue: z.enum(orderIssues).describe("Why nothing of it can be filled now; `none` when something can."),
  refusal: z.int().min(0).max(255).describe("The asset's own reason behind `compliance`, else 0."),
  price: digitsSchema(256).describe(
    "Money units for one share (10^18 units) at the time of the answer, rounded so that it never looks better than it is.",
  ),
  fillable: digitsSchema(128).describe("Units of the sell side that can be taken now; 0 unless `open`."),
  wanted: digitsSchema(256).describe(
    "Units that the maker wants for them at the time of the answer, rounded up.",
  ),
  filled: digitsSchema(128).describe("Units of the sell side sold in `window` so far."),
  window: z
    .int()
    .min(0)
    .describe("Number of the window that is open or comes next, from 0; the last when none comes."),
  opensAt: seconds.describe("Unix seconds at which that window opens; 0 when none comes."),
  closesAt: seconds.describe("Unix seconds at which that window closes; 0 when none comes."),
  endsAt: seconds.describe("Unix seconds at which the last window closes."),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
/** An order as the book knows it. Its side is the one that its maker signed, whatever the service says. */
export const bookOrderSchema = bookOrderFields.refine(
  ({ order, side }: { order: Order; side: OrderSide }) => side === (isBid(order) ? "bid" : "ask"),
  { path: ["side"], message: "expected the side that was signed" },
);
/** An order as the book knows it, read. */
export type BookOrder = z.output<typeof bookOrderSchema>;
/** An order of the book in JSON. */
export type BookOrderJson = z.input<typeof bookOrderSchema>;

const states = orderStates.join("|");

/** `GET /v1/orders`: one page; best price first when a side is asked for, else newest first. */
export const listOrdersQuerySchema = z.object({
  asset: addressSchema.optional(),
  money: addressSchema.optional(),
  maker: addressSchema.optional(),
  taker: addressSchema
    .optional()
    .describe("Those that this account alone may take; the zero address for those that anybody may."),
  side: orderSideSchema.optional(),
  state: z
    .string()
    .regex(new RegExp(`^(${states})(,(${states}))*$`), `expected ${orderStates.join(", ")}`)
    .optional()
    .describe("One state, or several with commas between them; all without it."),
  sort: z.enum(["price", "newest"]).optional().describe("`price` is best first and needs `side`."),
  first: z.coerce.number().int().min(1).max(bookLimits.pageSize).optional(),
  after: z.string().max(200).optional(),
});
/** What `GET /v1/orders` is asked, read. */
export type ListOrdersQuery = z.output<typeof listOrdersQuerySchema>;

/** A place in the stream of changes, for `GET /v1/orders/stream?after=`. */
const positionSchema = z.string().regex(/^\d{1,18}$/, "expected a position of the stream");
const since = positionSchema.describe("The stream after this position tells every change since this answer.");
const at = seconds.describe("The chain's time, Unix seconds, for which prices were computed.");

/** What `GET /v1/orders` answers: one page of orders. */
export const orderPageSchema = z.object({
  items: z.array(bookOrderSchema).max(bookLimits.pageSize),
  nextCursor: z.string().nullable().describe("Give it back as `after` to go on; null at the end."),
  at,
  position: since,
});
/** One page of orders, read. */
export type OrderPage = z.output<typeof orderPageSchema>;
/** One page of orders in JSON. */
export type OrderPageJson = z.input<typeof orderPageSchema>;

/** `GET /v1/orders/book`: what anybody could take at one moment, best price first. */
export const orderBookQuerySchema = z.object({ asset: addressSchema, money: addressSchema });

/** All orders of one side at one price. */
export const bookLevelSchema = z.object({
  price: digitsSchema(256).describe("Money units for one share (10^18 units)."),
  shares: digitsSchema(256).describe("Share units at this price."),
  money: digitsSchema(256).describe("Money units for them."),
  orders: z.int().min(1),
  cumulativeShares: digitsSchema(256).describe("Share units at this price and all better ones."),
  cumulativeMoney: digitsSchema(256).describe("Money units for those."),
});
/** All orders of one side at one price, read. */
export type BookLevel = z.output<typeof bookLevelSchema>;

/** What `GET /v1/orders/book` answers: both sides, best price first. */
export const orderBookSchema = z.object({
  asset: addressSchema,
  money: addressSchema,
  asks: z.array(bookLevelSchema).max(bookLimits.levels),
  bids: z.array(bookLevelSchema).max(bookLimits.levels),
  at,
  position: since,
});
/** Both sides of a market, read. */
export type OrderBook = z.output<typeof orderBookSchema>;
/** Both sides of a market in JSON. */
export type OrderBookJson = z.input<typeof orderBookSchema>;

/** `GET /v1/orders/stream`: which changes, and from where; `Last-Event-ID` wins over `after`. */
export const orderStreamQuerySchema = z.object({
  asset: addressSchema.optional(),
  money: addressSchema.optional(),
  maker: addressSchema.optional(),
  side: orderSideSchema.optional(),
  after: positionSchema
    .optional()
    .describe("From this position; without it, and without `Last-Event-ID`, from now on."),
});

/**
 * Server-sent events by name. `added`: an order came; `changed`: anything about one did; `removed`: one has ended. Their data
 * is the whole order as it is after the change, their id a position that rises: a client that was cut off sends the last one
 * as `Last-Event-ID` and misses nothing. `ready` comes first and tells the position from which the stream goes on; `reset`
 * comes instead when what was missed is no longer known, and the client lists again.
 */
export const orderEventSchemas = {
  added: bookOrderSchema,
  changed: bookOrderSchema,
  removed: bookOrderSchema,
  ready: z.object({ position: positionSchema }),
  reset: z.object({ position: positionSchema }),
} as const;
/** What happened to an order, or to the stream. */
export type OrderEventName = keyof typeof orderEventSchemas;
