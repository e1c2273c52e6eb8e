import * as z from "zod";
import { digitsSchema } from "../../core/api/schemas.ts";
import { fingerprintSchema, recordIdSchema } from "../../records/wire.ts";

/** Limits of the service behind the store. */
export const storeLimits = {
  /** Codes of one upload. */
  codes: 1_000,
  /** Characters of one code. */
  codeLength: 500,
  /** Orders on one page. */
  pageSize: 50,
} as const;

/** The drawer of records in which codes are delivered. */
export const rewardCodesSpace = "reward-codes";

const itemId = digitsSchema(256).describe("Number of the item on the chain.");

/** `POST /v1/store/items/{itemId}/codes`. */
export const uploadCodesBodySchema = z.strictObject({
  codes: z
    .array(
      z
        .string()
        .min(1)
        .max(storeLimits.codeLength)
        .regex(/^[^\p{Cc}\p{Cs}]+$/u, "expected no control characters"),
    )
    .min(1)
    .max(storeLimits.codes)
    .describe("What a buyer is given, one each. A code that the item has already is not added again."),
});

/** How many codes an item has: what `GET /v1/store/items/{itemId}/codes` answers. */
export const itemCodesSchema = z.object({
  itemId,
  available: z.int().min(0).describe("Codes that nobody was given."),
  given: z.int().min(0).describe("Codes that belong to an order."),
  wanted: digitsSchema(256).describe("Codes that orders wait for."),
});
/** How many codes an item has, read. */
export type ItemCodes = z.output<typeof itemCodesSchema>;

/** What `POST /v1/store/items/{itemId}/codes` answers. */
export const uploadedCodesSchema = z.object({
  ...itemCodesSchema.shape,
  added: z.int().min(0).describe("Codes that the item did not have."),
});
/** What an upload of codes did, read. */
export type UploadedCodes = z.output<typeof uploadedCodesSchema>;

/**
 * How a delivery stands. `confirming`: the purchase is not deep enough in the chain. `waitingForCodes`: the operator has to
 * upload more. `waitingForKeys`: the buyer has to publish keys that the codes can be sealed for. `preparing`: under way.
 * `delivered`: the record is there. `undone`: the chain gave up the block with the purchase.
 */
export const deliveryStates = [
  "confirming",
  "waitingForCodes",
  "waitingForKeys",
  "preparing",
  "delivered",
  "undone",
] as const;
/** One of {@link deliveryStates}. */
export type DeliveryState = (typeof deliveryStates)[number];

/** One purchase and its delivery. */
export const storeOrderSchema = z.object({
  orderId: digitsSchema(256),
  itemId,
  quantity: digitsSchema(256),
  state: z.enum(deliveryStates),
  recordId: recordIdSchema
    .nullable()
    .describe("The record that holds the codes, for the buyer's keys alone; null until it is delivered."),
  block: z.int().min(0).describe("Number of the block with the purchase."),
  updatedAt: z.iso.datetime(),
});
/** One purchase and its delivery, read. */
export type StoreOrder = z.output<typeof storeOrderSchema>;

/** `GET /v1/store/orders`: newest first. */
export const listStoreOrdersQuerySchema = z.object({
  first: z.coerce.number().int().min(1).max(storeLimits.pageSize).optional(),
  after: digitsSchema(256).optional(),
});

/** What `GET /v1/store/orders` answers. */
export const storeOrderPageSchema = z.object({
  items: z.array(storeOrderSchema).max(storeLimits.pageSize),
  nextCursor: z.string().nullable().describe("Give it back as `after` to go on; null at the end."),
  confirmations: z.int().min(1).describe("Blocks, its own included, after which a purchase is delivered."),
  deliveredBy: z
    .array(fingerprintSchema)
    .describe("Keys of the store, also from before its key was changed: a record by others is no delivery."),
});
/** One page of purchases, read. */
export type StoreOrderPage = z.output<typeof storeOrderPageSchema>;
/** One page of purchases in JSON. */
export type StoreOrderPageJson = z.input<typeof storeOrderPageSchema>;
