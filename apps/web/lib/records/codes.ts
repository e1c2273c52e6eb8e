import "@/lib/no-eval";
import type { RecordId } from "@qti/sdk/records/client";
import {
  getStoreOrders,
  rewardCodesSpace,
  type StoreOrder,
  type StoreOrderPage,
} from "@qti/sdk/rewards/store";
import * as z from "zod/mini";
import type { Records } from "./context";
import { CodeForOtherKeysError, CodeNotFoundError, NotFromStoreError } from "./errors";
import { isOwnKey, openRecord, selfOf } from "./open-record";

/** The kind under which the store seals codes. */
const codesType = "note";

const bodySchema = z.object({ orderId: z.string(), codes: z.array(z.string()).check(z.minLength(1)) });

/** What was delivered for an order, opened and proven. */
export type OpenedCodes = { order: StoreOrder; codes: readonly string[] };

type Delivery = { order: StoreOrder } & Pick<StoreOrderPage, "deliveredBy">;

/** The order that a record was delivered for, however long ago. */
async function deliveryOf({ api }: Records, recordId: RecordId): Promise<Delivery> {
  let after: string | undefined;
  do {
    const { items, deliveredBy, nextCursor } = await getStoreOrders(api, { after });
    const order = items.find((each) => each.recordId === recordId);
    if (order) return { order, deliveredBy };
    after = nextCursor ?? undefined;
  } while (after !== undefined);
  throw new CodeNotFoundError();
}

function readBody(body: Uint8Array): z.infer<typeof bodySchema> {
  try {
    return bodySchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch {
    throw new NotFromStoreError({ reason: "What it holds has not the form of a delivery." });
  }
}

/**
 * Fetches what the store delivered and opens it in the Worker. It counts only by the keys of the store and for the order
 * that it is asked for: anyone can seal something for keys that are public.
 *
 * @throws {@link CodeNotFoundError} {@link NotFromStoreError} {@link CodeForOtherKeysError}
 */
export async function openCodes(records: Records, recordId: RecordId, chainId: number): Promise<OpenedCodes> {
  const { order, deliveredBy } = await deliveryOf(records, recordId);
  const row = await records.client.getRecord(records.api, { id: recordId });
  if (row.space !== rewardCodesSpace) throw new NotFromStoreError({ reason: `It lies in "${row.space}".` });
  if (!deliveredBy.includes(row.author))
    throw new NotFromStoreError({ reason: `It is signed by the keys ${row.author}.` });
  const self = await selfOf(records, chainId);
  if (!row.readers.some((reader) => isOwnKey(self, reader)))
    throw new CodeForOtherKeysError({ readers: row.readers });
  const opened = await openRecord(records, row, { type: codesType, chainId });
  // The log may know a later version than the one that was fetched.
  if (!deliveredBy.includes(opened.row.author))
    throw new NotFromStoreError({ reason: `It is signed by the keys ${opened.row.author}.` });
  const { orderId, codes } = readBody(opened.body);
  if (orderId !== `${order.orderId}`)
    throw new NotFromStoreError({ reason: `It is for the order ${orderId}.` });
  return { order, codes };
}
