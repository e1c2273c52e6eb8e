import "../core/noEval.ts";
import { type Address, getAddress, type Hex, isAddress } from "viem";
import * as z from "zod";
import type { Order } from "./order.ts";

/** An address in any of its spellings; with its checksum once read, so that equal accounts are equal strings. */
export const addressSchema = z.codec(
  z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/, "expected an address")
    .refine((text) => isAddress(text), "the checksum of the address is wrong"),
  z.custom<Address>(),
  { decode: (text) => getAddress(text), encode: (address) => address },
);

/** A natural number of at most `bits` bits, as decimal digits: JSON has no integers of this size. */
export const digitsSchema = (bits: number) =>
  z.codec(
    z
      .string()
      .regex(/^(0|[1-9]\d{0,77})$/, "expected decimal digits")
      .refine((text) => /^\d{1,78}$/.test(text) && BigInt(text) < 2n ** BigInt(bits), {
        message: `expected less than 2^${bits}`,
      }),
    z.bigint(),
    { decode: (text) => BigInt(text), encode: (value) => value.toString() },
  );

/** Bytes as `0x` and hex digits. */
export const hexSchema = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, "expected 0x and hex digits")
  .pipe(z.custom<Hex>());

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
