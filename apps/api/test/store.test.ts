import { NotARecipientError, open, verifyPublishedKeys } from "@qti/sdk/records";
import { getBlob, getKeys, getRecord } from "@qti/sdk/records/client";
import { getStoreCodes, getStoreOrders, type StoreOrder, uploadStoreCodes } from "@qti/sdk/rewards/store";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { openStoreSigner, SealOnlyError } from "../src/rewards/storeSigner.ts";
import { listening, startChild } from "./support/childService.ts";
import { databaseFiles, markWal, ownDatabase, tablesOf } from "./support/everyByte.ts";
import type { Trader, World } from "./support/market.ts";
import { operatorAccount } from "./support/operator.ts";
import { ownChain } from "./support/ownChain.ts";
import { type Person, problemOf, signIn } from "./support/person.ts";
import { type Service, type ServiceOptions, serviceForTest } from "./support/service.ts";
import { Shop } from "./support/shop.ts";

// A buyer is a wallet, an identity, points, keys and a purchase: many transactions, one after the other.
vi.setConfig({ testTimeout: 120_000 });

let world: World;
let shop: Shop;
let stopChain: () => Promise<void>;
beforeAll(async () => {
  ({ world, stop: stopChain } = await ownChain());
  shop = new Shop(world);
}, 300_000);
afterAll(() => stopChain());

const here = () => ({
  QTI_RPC_URL: world.rpcUrl,
  QTI_CONTRACTS: JSON.stringify(world.contracts),
});

/** A service on the chain of this file. */
const serviceHere = ({ environment }: ServiceOptions = {}): Promise<Service> =>
  serviceForTest({ environment: { ...here(), ...environment } });

type Reachable = Parameters<typeof signIn>[0];

/** A buyer who is signed in as well; with keys unless said otherwise. */
async function customer(service: Reachable, { keys = true } = {}): Promise<Trader & { person: Person }> {
  const buyer = await shop.buyer();
  const person = await signIn(service, buyer.account);
  if (keys) await person.publish();
  return Object.assign(buyer, { person });
}

async function orderOf(person: Person, orderId: bigint): Promise<StoreOrder | undefined> {
  return (await getStoreOrders(person.api)).items.find((order) => order.orderId === orderId);
}

/** Opens what was delivered, as the web app does: the record's author has to be its owner's published keys. */
async function read(person: Person, recordId: string | null | undefined) {
  const record = await getRecord(person.api, { id: recordId ?? "" });
  const published = await getKeys(person.api, { fingerprint: record.author });
  expect(published.account).toBe(record.owner);
  const payload = await getBlob(person.api, { hash: record.payloadHash });
  const { body } = await open({
    header: Buffer.from(record.header, "base64"),
    payload: new Uint8Array(await payload.arrayBuffer()),
    keys: person.keys,
    author: await verifyPublishedKeys(published),
    expected: {
      recordId: record.id,
      version: 1,
      space: "reward-codes",
      type: "note",
      owner: record.owner,
      chainId: 31_337,
      payloadHash: record.payloadHash,
      manifestHash: record.manifestHash,
    },
  });
  return JSON.parse(Buffer.from(body).toString()) as { title: string; text: string; codes: string[] };
}

const codesOf = async (person: Person, orderId: bigint) =>
  (await read(person, (await orderOf(person, orderId))?.recordId)).codes;

describe("what was bought", () => {
  it("is delivered as a note that its buyer opens, and nobody else: no stranger, no operator, not the service", async () => {
    const service = await serviceHere();
    const operator = await signIn(service, operatorAccount);
    const stranger = await (await signIn(service)).publish();
    const buyer = await customer(service);
    const itemId = await shop.item();
    await uploadStoreCodes(operator.api, { itemId, codes: ["COFFEE-7731-AX", "COFFEE-9914-QT"] });
    const orderId = await shop.buy(buyer, itemId, 2n);
    await service.deliver();

    const order = await orderOf(buyer.person, orderId);
    expect(order).toMatchObject({ itemId, quantity: 2n, state: "delivered" });
    expect(await read(buyer.person, order?.recordId)).toMatchObject({
      title: `Order ${orderId}`,
      text: "COFFEE-7731-AX\nCOFFEE-9914-QT",
      codes: ["COFFEE-7731-AX", "COFFEE-9914-QT"],
    });

    const record = await getRecord(buyer.person.api, { id: order?.recordId ?? "" });
    const payload = new Uint8Array(
      await (await getBlob(buyer.person.api, { hash: record.payloadHash })).arrayBuffer(),
    );
    expect((await getStoreOrders(buyer.person.api)).deliveredBy).toEqual([record.author]);
    for (const other of [stranger, operator]) {
      await expect(getRecord(other.api, { id: record.id })).rejects.toMatchObject({ status: 404 });
      await expect(getBlob(other.api, { hash: record.payloadHash })).rejects.toMatchObject({ status: 404 });
      expect((await getStoreOrders(other.api)).items).toEqual([]);
    }
    // Not even with the ciphertext in hand.
    const sealed = { header: Buffer.from(record.header, "base64"), payload };
    const author = await getKeys(buyer.person.api, { fingerprint: record.author });
    const expected = { recordId: record.id, version: 1, space: "reward-codes" };
    await expect(open({ ...sealed, keys: stranger.keys, author, expected })).rejects.toThrow(
      NotARecipientError,
    );
    const secret = Buffer.from("5a".repeat(32), "hex");
    const signer = await openStoreSigner(service.db, { secret, clock: service.clock, chainId: 31_337 });
    expect(signer.keys.public.fingerprint).toBe(record.author);
    await expect(open({ ...sealed, keys: signer.keys, author, expected })).rejects.toMatchObject({
      cause: expect.any(SealOnlyError),
    });
  });

  it("counts by the keys of the store, those from before it was given another key among them", async () => {
    const before = await serviceHere();
    const { databaseUrl: DATABASE_URL } = before.config;
    const after = await serviceHere({ environment: { DATABASE_URL, QTI_STORE_KEY: `0x${"5b".repeat(32)}` } });
    const buyer = await customer(before);
    const itemId = await shop.item();
    const authors = [];
    for (const [each, service] of [before, after].entries()) {
      const operator = await signIn(service, operatorAccount);
      await uploadStoreCodes(operator.api, { itemId, codes: [`KEY-${each}`] });
      const orderId = await shop.buy(buyer, itemId);
      await service.deliver();
      const order = await orderOf(buyer.person, orderId);
      authors.push((await getRecord(buyer.person.api, { id: order?.recordId ?? "" })).author);
    }
    expect(new Set(authors).size).toBe(2);
    expect((await getStoreOrders(buyer.person.api)).deliveredBy.toSorted()).toEqual(authors.toSorted());
  });

  it("waits for the buyer's keys, says so, and comes when there are some", async () => {
    const service = await serviceHere();
    const operator = await signIn(service, operatorAccount);
    const buyer = await customer(service, { keys: false });
    const itemId = await shop.item();
    await uploadStoreCodes(operator.api, { itemId, codes: ["LATE-1"] });
    const orderId = await shop.buy(buyer, itemId);
    await service.deliver();
    expect(await orderOf(buyer.person, orderId)).toMatchObject({ state: "waitingForKeys", recordId: null });
    await buyer.person.publish();
    expect(await orderOf(buyer.person, orderId)).toMatchObject({ state: "preparing", recordId: null });
    await service.deliver();
    expect(await codesOf(buyer.person, orderId)).toEqual(["LATE-1"]);
  });

  it("waits for codes, first come first served, and the operator sees how many are wanted", async () => {
    const service = await serviceHere();
    const operator = await signIn(service, operatorAccount);
    const [first, second] = [await customer(service), await customer(service)];
    const itemId = await shop.item();
    const large = await shop.buy(first, itemId, 3n);
    const small = await shop.buy(second, itemId, 1n);
    await uploadStoreCodes(operator.api, { itemId, codes: ["F-1", "F-2"] });
    await service.deliver();
    expect(await orderOf(first.person, large)).toMatchObject({ state: "waitingForCodes" });
    // Two codes are there, and the small order would take one: it does not go ahead of who came first.
    expect(await orderOf(second.person, small)).toMatchObject({ state: "waitingForCodes" });
    expect(await getStoreCodes(operator.api, { itemId })).toEqual({
      itemId,
      available: 2,
      given: 0,
      wanted: 4n,
    });
    await uploadStoreCodes(operator.api, { itemId, codes: ["F-3", "F-4"] });
    await service.deliver();
    expect(await codesOf(first.person, large)).toEqual(["F-1", "F-2", "F-3"]);
    expect(await codesOf(second.person, small)).toEqual(["F-4"]);
    expect(await getStoreCodes(operator.api, { itemId })).toMatchObject({
      available: 0,
      given: 4,
      wanted: 0n,
    });
  });

  it("is seen at once and delivered when it is deep enough in the chain", async () => {
    const service = await serviceHere({ environment: { QTI_STORE_CONFIRMATIONS: "3" } });
    const operator = await signIn(service, operatorAccount);
    const buyer = await customer(service);
    const itemId = await shop.item();
    await uploadStoreCodes(operator.api, { itemId, codes: ["DEEP-1"] });
    const orderId = await shop.buy(buyer, itemId);
    for (const blocks of [0, 1]) {
      if (blocks > 0) await world.node.mine({ blocks });
      await service.deliver();
      expect(await orderOf(buyer.person, orderId)).toMatchObject({ state: "confirming", recordId: null });
    }
    expect((await getStoreOrders(buyer.person.api)).confirmations).toBe(3);
    await world.node.mine({ blocks: 1 });
    await service.deliver();
    expect(await codesOf(buyer.person, orderId)).toEqual(["DEEP-1"]);
  });

  it("is listed in pages, newest first", async () => {
    const service = await serviceHere();
    const buyer = await customer(service);
    const itemId = await shop.item();
    const bought = [];
    for (let order = 0; order < 3; order += 1) bought.push(await shop.buy(buyer, itemId));
    await service.deliver();
    const page = await getStoreOrders(buyer.person.api, { first: 2 });
    const rest = await getStoreOrders(buyer.person.api, { after: page.nextCursor ?? "" });
    expect([...page.items, ...rest.items].map(({ orderId }) => orderId)).toEqual(bought.toReversed());
    expect(rest.nextCursor).toBeNull();
  });
});

describe("when the chain gives up blocks", () => {
  it("codes that were only set aside go back, and the purchase is gone", async () => {
    const service = await serviceHere();
    const operator = await signIn(service, operatorAccount);
    const buyer = await customer(service, { keys: false });
    const itemId = await shop.item();
    await uploadStoreCodes(operator.api, { itemId, codes: ["BACK-1"] });
    await service.deliver();
    const past = await world.node.snapshot();
    await shop.buy(buyer, itemId);
    await service.deliver();
    expect(await getStoreCodes(operator.api, { itemId })).toMatchObject({ available: 0, given: 1 });
    await world.node.revert({ id: past });
    await world.node.mine({ blocks: 3 });
    await service.deliver();
    expect((await getStoreOrders(buyer.person.api)).items).toEqual([]);
    expect(await getStoreCodes(operator.api, { itemId })).toMatchObject({ available: 1, given: 0 });
  });

  it("a purchase that comes back in another block is the same order, and no second code is given", async () => {
    const service = await serviceHere();
    const operator = await signIn(service, operatorAccount);
    const buyer = await customer(service);
    const itemId = await shop.item();
    await uploadStoreCodes(operator.api, { itemId, codes: ["SAME-1", "SAME-2"] });
    await service.deliver();
    const past = await world.node.snapshot();
    const orderId = await shop.buy(buyer, itemId);
    await service.deliver();
    const before = await orderOf(buyer.person, orderId);
    await world.node.revert({ id: past });
    await world.node.mine({ blocks: 3 });
    await service.deliver();
    // What was given cannot be taken back; the order says what became of its purchase.
    expect(await orderOf(buyer.person, orderId)).toMatchObject({ state: "undone" });
    expect(await shop.buy(buyer, itemId)).toBe(orderId);
    await service.deliver();
    expect(await orderOf(buyer.person, orderId)).toMatchObject({
      state: "delivered",
      recordId: before?.recordId,
    });
    expect(await getStoreCodes(operator.api, { itemId })).toMatchObject({ available: 1, given: 1 });
  });
});

describe("codes", () => {
  it("stand nowhere in the clear: tables, files, write-ahead log, and in no row once they were delivered", async () => {
    const database = await ownDatabase();
    onTestFinished(database.stop);
    const service = await serviceHere({ environment: { DATABASE_URL: database.url } });
    const start = await markWal(service.pool);
    const operator = await signIn(service, operatorAccount);
    const buyer = await customer(service);
    const itemId = await shop.item();
    const codes = ["VOUCHER-OF-LINDENSTRASSE-4471", "VOUCHER-OF-LINDENSTRASSE-9902"];
    await uploadStoreCodes(operator.api, { itemId, codes });
    await shop.buy(buyer, itemId);
    await service.deliver();
    const places = [
      ...(await tablesOf(service.pool)),
      ...(await databaseFiles(service.pool, start)),
      { name: "log", bytes: Buffer.from(service.logs.join("\n")) },
    ];
    for (const code of codes) {
      const found = places.filter(({ bytes }) => bytes.includes(Buffer.from(code)));
      expect(found.map(({ name }) => name)).toEqual([]);
    }
    const { rows } = await service.db.execute<{ sealed: Buffer | null }>(
      sql`select sealed from store_codes order by place`,
    );
    expect(rows.map(({ sealed }) => sealed === null)).toEqual([true, false]);
  });

  it("are added once, however often they are sent", async () => {
    const service = await serviceHere();
    const operator = await signIn(service, operatorAccount);
    const itemId = await shop.item();
    const upload = { itemId, codes: ["ONCE-1", "ONCE-2", "ONCE-2"] };
    expect(await uploadStoreCodes(operator.api, upload)).toMatchObject({ added: 2, available: 2 });
    expect(await uploadStoreCodes(operator.api, upload)).toMatchObject({ added: 0, available: 2 });
  });

  it("are taken from operators only, for items that exist, and not more than so many a day", async () => {
    const service = await serviceHere({ environment: { QTI_CODES_PER_DAY: "3" } });
    const operator = await signIn(service, operatorAccount);
    const stranger = await signIn(service);
    const itemId = await shop.item();
    const refused = { status: 403, problem: { code: "role-required" } };
    await expect(uploadStoreCodes(stranger.api, { itemId, codes: ["X"] })).rejects.toMatchObject(refused);
    await expect(getStoreCodes(stranger.api, { itemId })).rejects.toMatchObject(refused);
    await expect(uploadStoreCodes(operator.api, { itemId: 10n ** 9n, codes: ["X"] })).rejects.toMatchObject({
      status: 422,
    });
    await uploadStoreCodes(operator.api, { itemId, codes: ["D-1", "D-2", "D-3"] });
    await expect(uploadStoreCodes(operator.api, { itemId, codes: ["D-4"] })).rejects.toMatchObject({
      status: 429,
      problem: { code: "upload-quota", limit: 3 },
    });
    expect(await getStoreCodes(operator.api, { itemId })).toMatchObject({ available: 3 });
  });

  it("are taken by no service without a key", async () => {
    const service = await serviceHere({ environment: { QTI_STORE_KEY: "" } });
    const operator = await signIn(service, operatorAccount);
    const answer = await operator.json("POST", "/v1/store/items/0/codes", { codes: ["X"] });
    expect(await problemOf(answer)).toMatchObject({ status: 404, code: "store-disabled" });
  });
});

describe("killed at any moment", () => {
  it("between the record and the word that it is there: the next turn finds it, and seals no second one", async () => {
    const service = await serviceHere();
    const operator = await signIn(service, operatorAccount);
    const buyer = await customer(service);
    const itemId = await shop.item();
    await uploadStoreCodes(operator.api, { itemId, codes: ["MID-1"] });
    const orderId = await shop.buy(buyer, itemId);
    await service.deliver();
    const before = await orderOf(buyer.person, orderId);
    // As a process leaves it that died there.
    await service.db.execute(sql`update store_orders set delivered_at = null`);
    expect(await orderOf(buyer.person, orderId)).toMatchObject({ state: "preparing" });
    await service.deliver();
    expect(await orderOf(buyer.person, orderId)).toMatchObject({
      state: "delivered",
      recordId: before?.recordId,
    });
    expect(await codesOf(buyer.person, orderId)).toEqual(["MID-1"]);
  });

  it("each order gets its codes once, and no code goes to two", { timeout: 240_000 }, async () => {
    const idle = await serviceHere();
    const environment = {
      ...here(),
      DATABASE_URL: idle.config.databaseUrl,
      QTI_REGIONS: `eu=${idle.regionFolder("eu")},us=${idle.regionFolder("us")}`,
      QTI_STORE_KEY: `0x${"5a".repeat(32)}`,
      QTI_STORE_CONFIRMATIONS: "1",
      QTI_SESSION_SECRET: "a secret that only this test knows",
    };
    const operator = await signIn(idle, operatorAccount);
    const itemId = await shop.item();
    const codes = Array.from({ length: 8 }, (_, index) => `KILL-${index}`);
    await uploadStoreCodes(operator.api, { itemId, codes });
    const buyers = [];
    for (let each = 0; each < 6; each += 1) buyers.push(await customer(idle, { keys: each % 2 === 0 }));
    const orders = [];
    for (const buyer of buyers) orders.push({ buyer, orderId: await shop.buy(buyer, itemId) });

    // The first life ends when some are delivered and the others have codes but no keys: between one and the other.
    const first = await startChild({ environment });
    await listening(first);
    await first.line(({ msg }) => msg === "codes delivered");
    first.child.kill("SIGKILL");
    await first.exited;
    for (const { person } of buyers.filter((_, each) => each % 2 === 1)) await person.publish();
    // Two more end somewhere in the middle.
    for (let life = 0; life < 2; life += 1) {
      const child = await startChild({ environment });
      await child.line(({ msg }) => msg === "listening");
      child.child.kill("SIGKILL");
      await child.exited;
    }
    // One process delivers at a time, and the database notices a little later that the last one was killed.
    await expect.poll(() => idle.deliver(), { timeout: 30_000 }).toBe(true);
    const given: string[] = [];
    for (const { buyer, orderId } of orders) {
      expect(await orderOf(buyer.person, orderId)).toMatchObject({ state: "delivered" });
      given.push(...(await codesOf(buyer.person, orderId)));
    }
    expect(given).toHaveLength(6);
    expect(new Set(given).size).toBe(6);
    expect(await getStoreCodes(operator.api, { itemId })).toMatchObject({ available: 2, given: 6 });
    const { rows } = await idle.db.execute(sql`select 1 from records where space = 'reward-codes'`);
    expect(rows).toHaveLength(6);
  });
});
