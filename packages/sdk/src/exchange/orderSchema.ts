import * as z from "zod";
import { addressSchema, digitsSchema } from "../core/api/schemas.ts";
import type { Order } from "./order.ts";

const int = (bits: number) =>
  z
    .int()
    .min(0)
    .max(2 ** bits - 1);

const fields = z.strictObject({
  maker: addressSchema,
  taker: addressSchema.describe("The only account that may take it; the zero address for anyone."),
  asset: addressSchema,
  money: addressSchema,
  sellAmount: digitsSchema(128).describe("Units that the maker gives in one window."),
  buyStart: digitsSchema(128).describe("Units that the maker wants for all of them when a window opens."),
  buyEnd: digitsSchema(128).describe("The same when the window ends; lower makes it a Dutch order."),
  start: int(40).describe("Unix seconds at which the first window opens."),
  duration: int(32).min(1).describe("Seconds that a window stays open."),
  interval: int(32).describe("Seconds from one window to the next; 0 for a single window."),
  count: int(16).min(1).describe("Number of windows; 1 when there is no interval."),
  flags: int(8).max(3).describe("Bit 0: may be filled in parts. Bit 1: a bid."),
  epoch: digitsSchema(64),
  salt: digitsSchema(256),
});

/**
 * An order in JSON: amounts, epoch and salt as decimal digits, seconds and counts as numbers. `parse` and `z.decode` read
 * it into an `Order` with bigints, `z.encode` writes one. What the exchange refuses as no order at all is refused here.
 */
export const orderSchema = fields.superRefine((order: Order, context) => {
  const refuse = (field: keyof Order, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (order.sellAmount === 0n) refuse("sellAmount", "expected more than zero");
  if (order.buyEnd === 0n) refuse("buyEnd", "expected more than zero");
  if (order.buyEnd > order.buyStart) refuse("buyEnd", "expected at most buyStart");
  if (order.interval === 0 && order.count !== 1) refuse("count", "expected 1 where there is no interval");
  if (order.interval > 0 && order.duration > order.interval)
    refuse("duration", "expected at most the interval");
});

/** An order as JSON carries it. */
export type OrderJson = z.input<typeof orderSchema>;
