import type { RecordRow } from "@qti/sdk/records/client";
import type { StoreOrderPageJson } from "@qti/sdk/rewards/store";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCodes } from "./codes";
import type { Records } from "./context";
import { CodeForOtherKeysError, CodeNotFoundError, NotFromStoreError } from "./errors";
import { browser, chainId, type Person, type Service, service, stranger } from "./testing";

const codes = ["COFFEE-7731-AX", "COFFEE-9914-QT"];
const delivery = (orderId = "7") =>
  JSON.stringify({ title: "Order", text: codes.join("\n"), orderId, codes });

let at: Service;
let ada: Awaited<ReturnType<typeof browser>>;
let store: Person;
beforeEach(async () => {
  at = service();
  ada = await browser(at);
  store = await stranger(at);
});
afterEach(() => ada.records.worker.close());

/** The store seals something for Ada's keys, or for those that are named. */
const sealed = async (more: Partial<Parameters<Person["write"]>[0]> = {}, by = store): Promise<RecordRow> =>
  at.keep(await by.write({ text: delivery(), space: "reward-codes", recipients: [ada.ada.keys], ...more }));

/** Ada's browser at a service that says of an order that it was delivered as this record. */
function after(row: RecordRow): Records {
  const order = {
    itemId: "0",
    quantity: "2",
    state: "delivered",
    block: 1,
    updatedAt: row.createdAt,
  } as const;
  const pages: Record<string, Pick<StoreOrderPageJson, "items" | "nextCursor">> = {
    "": { items: [{ ...order, orderId: "9", recordId: null, state: "waitingForCodes" }], nextCursor: "9" },
    "9": { items: [{ ...order, orderId: "7", recordId: row.id }], nextCursor: null },
  };
  const { api } = ada.records;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    if (url.pathname === "/v1/store/orders") {
      const page = pages[url.searchParams.get("after") ?? ""];
      return Response.json({ ...page, confirmations: 1, deliveredBy: [store.fingerprint] });
    }
    if (url.pathname === `/v1/records/${row.id}`) return Response.json(at.rows.get(row.id));
    return (api.fetch ?? globalThis.fetch)(input, init);
  };
  return { ...ada.records, api: { ...api, fetch } };
}

test("opens what the store delivered for an order, however old", async () => {
  const row = await sealed();
  const opened = await openCodes(after(row), row.id, chainId);
  expect(opened).toMatchObject({ codes, order: { orderId: 7n, quantity: 2n } });
});

test("knows of no delivery that is not among the orders of the account", async () => {
  const row = await sealed();
  const other = await sealed();
  await expect(openCodes(after(row), other.id, chainId)).rejects.toThrow(CodeNotFoundError);
});

test("refuses what somebody else sealed, and what the store sealed for something else", async () => {
  const forged = await sealed({}, await stranger(at));
  const ofAnother = await sealed({ text: delivery("8") });
  const note = await sealed({ space: "notes" });
  const noDelivery = await sealed({ text: "BUY-MORE" });
  for (const row of [forged, ofAnother, note, noDelivery])
    await expect(openCodes(after(row), row.id, chainId)).rejects.toThrow(NotFromStoreError);
});

test("says that it was sealed for other keys of the person", async () => {
  const elsewhere = await browser(at);
  elsewhere.records.worker.close();
  const row = await sealed({ recipients: [elsewhere.ada.keys] });
  await expect(openCodes(after(row), row.id, chainId)).rejects.toThrow(CodeForOtherKeysError);
});
