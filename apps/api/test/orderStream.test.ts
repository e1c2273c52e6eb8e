import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { forgetOrders } from "../src/exchange/forget.ts";
import { StreamGate } from "../src/exchange/orderStream.ts";
import { listening, startChild } from "./support/childService.ts";
import { postGood, type Terms, type Trader, World } from "./support/market.ts";
import { problemOf } from "./support/person.ts";
import { type Service, serviceForTest, startService, webOrigin } from "./support/service.ts";
import { StreamClient } from "./support/stream.ts";

const world = new World(inject("rpcUrl"), inject("contracts"));
let service: Service;
let issuer: Trader & { asset: Address };
let other: Trader & { asset: Address };

beforeAll(async () => {
  service = await startService();
  issuer = await world.issuer();
  other = await world.issuer();
  await issuer.approve(issuer.asset);
  await other.approve(other.asset);
});
afterAll(() => service.stop());

const offer = async (at: { url: string } = service, terms?: Terms) =>
  postGood(at, await issuer.sign(await issuer.ask(issuer.asset, terms)));
const offerOther = async () => postGood(service, await other.sign(await other.ask(other.asset)));

/** Ends what hears of changes, in every process on a service's database. */
const cutListeners = ({ pool }: Service) =>
  pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'qti-api-listen'",
  );

async function open(...given: Parameters<typeof StreamClient.open>): Promise<StreamClient> {
  const client = await StreamClient.open(...given);
  onTestFinished(() => client.close());
  return client;
}

describe("the stream of changes", () => {
  it("says first where it stands, then every order that comes", async () => {
    const client = await open(service);
    const ready = await client.next();
    expect(ready).toMatchObject({ name: "ready", data: { position: ready?.id } });
    const one = await offer();
    const two = await offer();
    expect(await client.order()).toEqual({ name: "added", order: one });
    expect(await client.order()).toEqual({ name: "added", order: two });
  });

  it("tells who was cut off everything that it missed, once, and goes on from there", async () => {
    const client = await open(service);
    await client.next();
    await offer();
    await client.order();
    client.close();
    const missed = [await offer(), await offer()];
    const again = await open(service, "", { "last-event-id": client.lastEventId });
    expect(await again.next()).toMatchObject({ name: "ready", id: client.lastEventId });
    const later = await offer();
    for (const order of [...missed, later]) expect(await again.order()).toEqual({ name: "added", order });
  });

  it("joins a list without a gap: after the position of the list comes what the list does not have", async () => {
    const before = await offer();
    const list = (await (await fetch(`${service.url}/v1/orders?asset=${issuer.asset}`)).json()) as {
      items: { hash: string }[];
      position: string;
    };
    expect(list.items[0]?.hash).toBe(before.hash);
    const after = await offer();
    const client = await open(service, `?after=${list.position}`);
    await client.next();
    expect(await client.order()).toEqual({ name: "added", order: after });
  });

  it("is of one asset, one maker, one side when it is asked to be", async () => {
    const client = await open(
      service,
      `?asset=${issuer.asset}&maker=${issuer.address}&side=ask&money=${world.dollar}`,
    );
    await client.next();
    await offerOther();
    const mine = await offer();
    expect((await client.order()).order.hash).toBe(mine.hash);
    const bids = await open(service, "?side=bid&after=0");
    const first = bids.next().then(() => bids.next());
    await offer();
    bids.close();
    await expect(first).rejects.toThrow();
  });

  it("tells changes that another process made", async () => {
    const two = await serviceForTest({ environment: { DATABASE_URL: service.config.databaseUrl } });
    const client = await open(two);
    await client.next();
    const order = await offer();
    expect(await client.order()).toEqual({ name: "added", order });
  });

  it("begins after everything that was answered before it, though its process has not heard of that yet", async () => {
    const one = await serviceForTest();
    const two = await serviceForTest({ environment: { DATABASE_URL: one.config.databaseUrl } });
    // Nobody is told of changes for a moment: they would be looked for later.
    await cutListeners(one);
    await offer(one);
    const client = await open(two);
    await client.next();
    const order = await offer(one);
    expect(await client.order()).toEqual({ name: "added", order });
  });

  it("goes on with another process where the first one stopped", async () => {
    const first = await open(service);
    await first.next();
    await offer();
    await first.order();
    first.close();
    const missed = await offer();
    const two = await serviceForTest({ environment: { DATABASE_URL: service.config.databaseUrl } });
    const second = await open(two, "", { "last-event-id": first.lastEventId });
    await second.next();
    expect(await second.order()).toEqual({ name: "added", order: missed });
  });

  it("says so when what was missed is no longer known, and when the position is none of this book", async () => {
    const own = await serviceForTest();
    const client = await open(own);
    await client.next();
    await offer(own);
    await client.order();
    client.close();
    await offer(own);
    await offer(own);
    own.clock.advance(25 * 60 * 60_000);
    await forgetOrders(own.db, own.clock);
    // Another process: this one still has it in memory.
    const two = await serviceForTest({ environment: { DATABASE_URL: own.config.databaseUrl } });
    for (const id of [client.lastEventId, "999999", "999999999999999999"]) {
      const again = await open(two, "", { "last-event-id": id });
      expect(await again.next(), id).toMatchObject({ name: "reset" });
      const order = await offer(own);
      expect(await again.order()).toEqual({ name: "added", order });
    }
    expect(await (await open(own, "", { "last-event-id": client.lastEventId })).next()).toMatchObject({
      name: "ready",
    });
  });

  it("begins anew for a Last-Event-ID that is none", async () => {
    for (const id of ["", "abc", "-1", "1; drop table orders"]) {
      expect(await (await open(service, "", { "last-event-id": id })).next()).toMatchObject({
        name: "ready",
      });
    }
    expect((await problemOf(await fetch(`${service.url}/v1/orders/stream?after=-1`))).code).toBe(
      "invalid-input",
    );
  });

  it("keeps nothing for a client that does not read, which gets all of it when it does", async () => {
    const slow = await open(service);
    const orders = [];
    for (let count = 0; count < 20; count++) orders.push(await offer());
    await slow.next();
    for (const { hash } of orders) expect((await slow.order()).order.hash).toBe(hash);
  });

  it("is for the web app's pages and for programs, and no cache keeps it", async () => {
    const abort = new AbortController();
    onTestFinished(() => abort.abort());
    const { headers, status } = await fetch(`${service.url}/v1/orders/stream`, {
      headers: { origin: webOrigin },
      signal: abort.signal,
    });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/event-stream");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-allow-origin")).toBe(webOrigin);
    expect((await fetch(`${service.url}/v1/orders/stream`, { method: "HEAD" })).status).toBe(200);
  });

  it("is refused to who has many open, and open again when one of them ends", async () => {
    const own = await serviceForTest();
    const clients = await Promise.all(Array.from({ length: 32 }, () => open(own)));
    const refused = await fetch(`${own.url}/v1/orders/stream`);
    expect(refused.headers.get("retry-after")).toBe("30");
    expect(await problemOf(refused)).toMatchObject({ status: 503, code: "too-many-streams" });
    clients[0]?.close();
    await expect
      .poll(async () => (await open(own).catch(() => undefined)) !== undefined, { timeout: 10_000 })
      .toBe(true);
  });

  it("ends at once when the process stops", async () => {
    const started = await startChild();
    const child = await listening(started);
    const client = await open(child);
    await client.next();
    started.child.kill("SIGTERM");
    // Its end, and no broken connection: that is what a request gets which did not end in time.
    expect(await client.next()).toBeUndefined();
    expect(await started.exited).toEqual({ code: 0, signal: null });
  });

  it("goes on after its connection to the database broke", async () => {
    const own = await serviceForTest();
    const client = await open(own);
    await client.next();
    await cutListeners(own);
    const order = await offer(own);
    expect(await client.order()).toEqual({ name: "added", order });
    await expect
      .poll(
        async () =>
          (
            await own.pool.query(
              "select 1 from pg_stat_activity where datname = current_database() and application_name = 'qti-api-listen'",
            )
          ).rows.length,
        { timeout: 10_000 },
      )
      .toBe(1);
  });
});

describe("places for streams", () => {
  it("are counted by process and by caller, and given back once", () => {
    const gate = new StreamGate({ process: 3, caller: 2 });
    const leave = gate.enter("a");
    expect(gate.enter("a")).toBeDefined();
    expect(gate.enter("a")).toBeUndefined();
    expect(gate.enter("b")).toBeDefined();
    expect(gate.enter("c")).toBeUndefined();
    leave?.();
    leave?.();
    expect(gate.total).toBe(2);
    expect(gate.enter("c")).toBeDefined();
    expect(gate.enter("c")).toBeUndefined();
  });
});
